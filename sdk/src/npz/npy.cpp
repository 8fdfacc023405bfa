#include "npy.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/empty_strided.h>
#include <ATen/ops/from_blob.h>
#include <c10/util/accumulate.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <vector>

#include "facet/error.h"
#include "facet/reader.h"

namespace facet {

namespace {

constexpr std::string_view magic("\x93NUMPY", 6);
constexpr std::size_t alignment = 64;

struct Type {
  const char* name;  // in numpy's headers, behind the order of the bytes
  at::ScalarType type;
  std::size_t size;  // of an entry in the file
};
constexpr std::array types = {
    Type{"b1", at::kBool, 1}, Type{"u1", at::kByte, 1}, Type{"i1", at::kChar, 1},
    Type{"i2", at::kShort, 2}, Type{"i4", at::kInt, 4}, Type{"i8", at::kLong, 8},
    Type{"f2", at::kHalf, 2}, Type{"f4", at::kFloat, 4}, Type{"f8", at::kDouble, 8},
    // No tensor has these: a larger type holds them, int64 those numbers of 64 bits that fit.
    Type{"u2", at::kInt, 2}, Type{"u4", at::kLong, 4}, Type{"u8", at::kLong, 8}};

/// What stands before the type: whose first byte is the highest, the lowest, or who has but one.
constexpr char big_endian = '>', little_endian_order = '<', one_byte = '|';

/// The numbers of `3, 4` or `5,`.
std::vector<std::int64_t> parse_shape(const std::string& text) {
  std::vector<std::int64_t> shape;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(',', at), text.size());
    const std::string item = text.substr(at, end - at);
    std::int64_t size = 0;
    const char* first = item.data() + std::min(item.find_first_not_of(' '), item.size());
    const auto [stop, error] = std::from_chars(first, item.data() + item.size(), size);
    if (error != std::errc() || *stop != '\0' || size < 0)
      throw Error("has an impossible shape (" + text + ")");
    shape.push_back(size);
    at = end + 1;
    if (text.find_first_not_of(' ', at) == std::string::npos) break;
  }
  return shape;
}

/// Strides of an array whose first index varies fastest.
std::vector<std::int64_t> fortran_strides(const std::vector<std::int64_t>& shape) {
  std::vector<std::int64_t> strides;
  std::int64_t stride = 1;
  for (const std::int64_t size : shape) {
    strides.push_back(stride);
    stride *= size;
  }
  return strides;
}

std::vector<std::int64_t> c_strides(const std::vector<std::int64_t>& shape) {
  std::vector<std::int64_t> strides(shape.size());
  std::int64_t stride = 1;
  for (std::size_t i = shape.size(); i-- > 0; stride *= shape[i]) strides[i] = stride;
  return strides;
}

std::size_t little_endian(std::span<const std::byte> bytes) {
  std::size_t value = 0;
  for (std::size_t i = bytes.size(); i-- > 0;) value = value << 8 | std::size_t(bytes[i]);
  return value;
}

struct Dictionary {
  std::string text;
  std::size_t size = 0;  // of everything before the data
};

Dictionary read_dictionary(std::span<const std::byte> npy) {
  const auto text = [&](std::size_t begin, std::size_t size) {
    return std::string(reinterpret_cast<const char*>(npy.data()) + begin, size);
  };
  if (npy.size() < 12 || text(0, magic.size()) != magic)
    throw Error("is not in numpy's npy format");
  const auto version = static_cast<int>(npy[6]);
  if (version < 1 || version > 3)
    throw Error("has npy format " + std::to_string(version) + ", known are 1 to 3");
  const std::size_t length_size = version == 1 ? 2 : 4;
  const std::size_t length = little_endian(npy.subspan(8, length_size));
  if (npy.size() < 8 + length_size + length) throw Error("is truncated");
  return {text(8 + length_size, length), 8 + length_size + length};
}

[[noreturn]] void not_understood() {
  throw Error("has an npy header that cannot be understood");
}

/// What stands after the key `name`, between `open` and the first character of `close`.
std::string field(const Dictionary& dictionary, const std::string& name, const std::string& open,
                  const std::string& close) {
  const std::string& text = dictionary.text;
  const std::string key = "'" + name + "':";
  std::size_t begin = text.find(key);
  if (begin != std::string::npos) begin = text.find_first_not_of(' ', begin + key.size());
  if (begin != std::string::npos && text.compare(begin, open.size(), open) == 0) {
    begin += open.size();
    const std::size_t end = text.find_first_of(close, begin);
    if (end != std::string::npos) return text.substr(begin, end - begin);
  }
  not_understood();
}

/// numpy's name of the type; of records, which have a list of them, nothing.
std::string type_name(const Dictionary& dictionary) {
  if (dictionary.text.find("'descr': [") != std::string::npos) return {};
  return field(dictionary, "descr", "'", "'");
}

const Type* find_type(const std::string& name) {
  const auto is_it = [&](const Type& type) {
    const bool ordered = name[0] == big_endian || name[0] == little_endian_order;
    return name.substr(1) == type.name && (type.size == 1 ? name[0] == one_byte : ordered);
  };
  const auto found = name.empty() ? types.end() : std::find_if(types.begin(), types.end(), is_it);
  return found == types.end() ? nullptr : found;
}

std::string why_unreadable(const std::string& type) {
  if (find_type(type)) return {};
  if (type.empty()) return "holds records: save each field by itself";
  const char kind = type.size() > 1 ? type[1] : ' ';
  if (kind == 'U' || kind == 'S')
    return "holds text: classes must be numbers, such as np.unique(x, return_inverse=True)[1]";
  if (kind == 'O')
    return "holds Python objects, which only Python reads: save numbers by x.astype(float), text "
           "as "
           "np.unique(x, return_inverse=True)[1], rows of several lengths as an array each";
  return "is of type '" + type +
         "': save it as bool, int8 to int64, uint8 to uint64 or float16 to float64";
}

/// Numbers that lie one after the other in the file, as a larger type.
template <class Stored, class Held>
void widen(const std::byte* data, const at::Tensor& into) {
  auto* out = into.data_ptr<Held>();
  for (std::int64_t i = 0; i < into.numel(); ++i, data += sizeof(Stored)) {
    Stored number;
    std::memcpy(&number, data, sizeof(Stored));
    out[i] = number;
  }
}

/// `[3, 0]`: where the entry that is `place`th in C order stands.
std::string index_text(std::int64_t place, const std::vector<std::int64_t>& shape) {
  std::string text = "]";
  for (std::size_t i = shape.size(); i-- > 0; place /= shape[i])
    text = (i > 0 ? ", " : "") + std::to_string(place % shape[i]) + text;
  return "[" + text;
}

/// Of unsigned numbers of 64 bits that were read as signed ones.
void require_int64(const at::Tensor& values) {
  const at::Tensor wrong = values.lt(0);
  if (!wrong.any().item<bool>()) return;
  const std::int64_t first = wrong.flatten().nonzero()[0].item<std::int64_t>();
  throw Error(
      "has values of 2^63 or more, which no label can hold: first " +
      std::to_string(static_cast<std::uint64_t>(values.flatten()[first].item<std::int64_t>())) +
      " at " + index_text(first, values.sizes().vec()));
}

/// The numbers at `data`, `size` bytes each, with their bytes the other way round.
std::shared_ptr<std::vector<std::byte>> swapped(std::span<const std::byte> data, std::size_t size) {
  auto bytes = std::make_shared<std::vector<std::byte>>(data.begin(), data.end());
  for (auto at = bytes->begin(); at != bytes->end(); at += static_cast<std::ptrdiff_t>(size))
    std::reverse(at, at + static_cast<std::ptrdiff_t>(size));
  return bytes;
}

/// The numbers at `data` as they lie there, kept alive by `owner`; a copy where they are not
/// aligned or no tensor has their type.
at::Tensor stored_values(const std::byte* data, const NpyHeader& header,
                         std::shared_ptr<const void> owner) {
  const auto& shape = header.shape;
  const auto strides = header.fortran_order ? fortran_strides(shape) : c_strides(shape);
  const auto options = at::TensorOptions().dtype(header.type);
  const bool held = c10::elementSize(header.type) == header.stored_size;
  const bool empty = c10::multiply_integers(shape) == 0;
  if (held && !empty && reinterpret_cast<std::uintptr_t>(data) % header.stored_size == 0)
    return at::from_blob(
        const_cast<std::byte*>(data), shape, strides, [owner = std::move(owner)](void*) {},
        options);
  at::Tensor copy = at::empty_strided(shape, strides, options);
  if (!held)
    header.stored_size == 2 ? widen<std::uint16_t, std::int32_t>(data, copy)
                            : widen<std::uint32_t, std::int64_t>(data, copy);
  else if (!empty)
    std::memcpy(copy.data_ptr(), data, copy.nbytes());
  return copy;
}

bool flag(const std::string& text) {
  if (text != "True" && text != "False") not_understood();
  return text == "True";
}

/// Bytes of the data.
std::size_t data_size(const NpyHeader& header) {
  const bool empty = std::count(header.shape.begin(), header.shape.end(), 0) > 0;
  auto bytes = static_cast<std::int64_t>(header.stored_size);
  for (const std::int64_t size : header.shape)
    if (__builtin_mul_overflow(bytes, std::max<std::int64_t>(size, 1), &bytes))
      throw Error("is truncated");  // no file is so large
  return empty ? 0 : static_cast<std::size_t>(bytes);
}

}  // namespace

NpyHeader read_npy_header(std::span<const std::byte> npy) {
  const Dictionary dictionary = read_dictionary(npy);
  NpyHeader header;
  header.size = dictionary.size;
  const std::string name = type_name(dictionary);
  const Type* type = find_type(name);
  header.why_unreadable = why_unreadable(name);
  if (!type) return header;
  header.type = type->type;
  header.stored_size = type->size;
  header.swapped = name[0] == big_endian;
  header.is_uint64 = name.substr(1) == "u8";
  header.shape = parse_shape(field(dictionary, "shape", "(", ")"));
  header.fortran_order = flag(field(dictionary, "fortran_order", "", ",}"));
  return header;
}

void require_size(const NpyHeader& header, std::size_t size) {
  const std::size_t needed = header.size + data_size(header);
  if (size < needed) throw Error("is truncated");
  if (size > needed) throw Error("is damaged: it is larger than its header says");
}

at::Tensor parse_npy(std::span<const std::byte> npy, std::shared_ptr<const void> owner) {
  const NpyHeader header = read_npy_header(npy);
  if (!header.why_unreadable.empty()) throw Error(header.why_unreadable);
  const std::size_t there = npy.size() - header.size, needed = data_size(header);
  if (there < needed) throw Error("is truncated");
  if (there > needed)
    throw Error("has " + std::to_string(there - needed) +
                " bytes behind its array, which would not be read: save each array in a file of "
                "its own, or all in one npz");
  std::span<const std::byte> data = npy.subspan(header.size);
  if (header.swapped) {
    require_memory(header.shape, header.type);
    const auto bytes = swapped(data, header.stored_size);
    data = *bytes;
    owner = bytes;
  }
  const at::Tensor values = stored_values(data.data(), header, std::move(owner));
  if (header.is_uint64) require_int64(values);
  return values;
}

std::string npy_header(const at::Tensor& array) {
  std::string descr;
  for (const Type& type : types)
    if (descr.empty() && type.type == array.scalar_type())
      descr = (type.size == 1 ? one_byte : little_endian_order) + std::string(type.name);
  if (descr.empty())
    throw Error("arrays of type " + std::string(array.dtype().name()) +
                " cannot be written as npy");
  std::string shape;
  for (const std::int64_t size : array.sizes()) shape += std::to_string(size) + ",";
  if (array.dim() > 1) shape.pop_back();
  std::string dictionary =
      "{'descr': '" + descr + "', 'fortran_order': False, 'shape': (" + shape + "), }";
  constexpr std::size_t prefix = 10;
  dictionary.append(alignment - (prefix + dictionary.size() + 1) % alignment, ' ');
  dictionary += '\n';
  std::string header(magic);
  header += {'\x01', '\x00', static_cast<char>(dictionary.size() & 0xff),
             static_cast<char>(dictionary.size() >> 8)};
  return header + dictionary;
}

}  // namespace facet
