#include "mat5_elements.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <optional>

#include "facet/error.h"

namespace facet::matlab {

namespace {

std::uint32_t number_at(const char* bytes, bool swapped) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i)
    value |= std::uint32_t{static_cast<unsigned char>(bytes[swapped ? 3 - i : i])} << (8 * i);
  return value;
}

struct Tag {
  std::uint32_t type, size;
};

Tag read_tag(std::ifstream& file, std::uint64_t at, bool swapped) {
  std::array<char, 8> bytes{};
  file.seekg(static_cast<std::streamoff>(at));
  file.read(bytes.data(), bytes.size());
  return {number_at(bytes.data(), swapped), number_at(bytes.data() + 4, swapped)};
}

/// Whether the numbers of the file have their highest byte first.
bool is_swapped(std::ifstream& file) {
  std::array<char, 2> order{};
  file.seekg(126);
  file.read(order.data(), order.size());
  return order == std::array<char, 2>{'M', 'I'};
}

/// The first bytes of what is in an element, as many as a class and its names take.
std::string first_bytes(std::ifstream& file, const Mat5Element& element) {
  constexpr std::size_t enough = 512;
  std::string stored(std::min<std::uint64_t>(element.size, 2 * enough), '\0');
  file.seekg(static_cast<std::streamoff>(element.begin));
  file.read(stored.data(), static_cast<std::streamsize>(stored.size()));
  if (!element.compressed) return stored;
  std::string inflated(enough, '\0');
  z_stream stream{};
  if (inflateInit(&stream) != Z_OK) return "";
  stream.next_in = reinterpret_cast<Bytef*>(stored.data());
  stream.avail_in = static_cast<uInt>(stored.size());
  stream.next_out = reinterpret_cast<Bytef*>(inflated.data());
  stream.avail_out = static_cast<uInt>(inflated.size());
  inflate(&stream, Z_SYNC_FLUSH);
  inflated.resize(inflated.size() - stream.avail_out);
  inflateEnd(&stream);
  return inflated.size() < 8 ? "" : inflated.substr(8);  // behind the tag of the matrix
}

/// What a matrix is made of, part after part: its flags, its dimensions, its name.
class Parts {
 public:
  Parts(const std::string& bytes, bool swapped) : bytes_(bytes), swapped_(swapped) {}

  /// Nothing where the bytes end, or are of no such part.
  std::optional<std::string> next() {
    if (at_ + 8 > bytes_.size()) return std::nullopt;
    const std::uint32_t type = number_at(bytes_.data() + at_, swapped_);
    const bool small = type >> 16 != 0;  // its size and itself are within the tag
    const std::size_t size = small ? type >> 16 : number_at(bytes_.data() + at_ + 4, swapped_);
    const std::size_t begin = at_ + (small ? 4 : 8);
    if (size > bytes_.size() - begin || (small && size > 4)) return std::nullopt;
    at_ = small ? at_ + 8 : begin + (size + 7) / 8 * 8;
    return bytes_.substr(begin, size);
  }

 private:
  const std::string& bytes_;
  const bool swapped_;
  std::size_t at_ = 0;
};

std::optional<OpaqueVariable> opaque_variable(const std::string& bytes, bool swapped) {
  constexpr std::uint32_t opaque = 17, class_of_flags = 0xff;
  Parts parts(bytes, swapped);
  const auto flags = parts.next();
  if (!flags || flags->size() < 4 || (number_at(flags->data(), swapped) & class_of_flags) != opaque)
    return std::nullopt;
  const auto name = parts.next(), system = parts.next(), matlab_class = parts.next();
  if (!name || name->empty() || !system || !matlab_class) return std::nullopt;
  return OpaqueVariable{*name, *matlab_class};
}

}  // namespace

// One element follows the other: 8 bytes that say its size, then itself. matio takes one that is
// cut short for the end of the file.
std::vector<Mat5Element> whole_elements(const std::string& path) {
  constexpr std::uint32_t compressed = 15;
  std::ifstream file(path, std::ios::binary | std::ios::ate);
  const auto size = static_cast<std::uint64_t>(file.tellg());
  const bool swapped = is_swapped(file);
  std::vector<Mat5Element> elements;
  std::uint64_t at = 128;
  while (at < size) {
    const Tag tag = read_tag(file, at, swapped);
    elements.push_back({at + 8, tag.size, tag.type == compressed});
    at += 8 + tag.size;
    if (!file || at > size) throw Error(path + ": is truncated");
  }
  return elements;
}

// Inflates it, of which nothing is kept: at its end zlib compares the checksum.
bool has_right_checksum(const std::string& path, const Mat5Element& element) {
  std::ifstream file(path, std::ios::binary);
  file.seekg(static_cast<std::streamoff>(element.begin));
  std::array<char, 65536> in, out;
  z_stream stream{};
  if (inflateInit(&stream) != Z_OK) return false;
  int status = Z_OK;
  for (std::uint64_t left = element.size; left > 0 && status == Z_OK;) {
    file.read(in.data(), static_cast<std::streamsize>(std::min<std::uint64_t>(left, in.size())));
    left -= static_cast<std::uint64_t>(file.gcount());
    stream.next_in = reinterpret_cast<Bytef*>(in.data());
    stream.avail_in = static_cast<uInt>(file.gcount());
    if (stream.avail_in == 0) break;
    do {
      stream.next_out = reinterpret_cast<Bytef*>(out.data());
      stream.avail_out = out.size();
      status = inflate(&stream, Z_NO_FLUSH);
    } while (status == Z_OK && stream.avail_out == 0);
    if (status == Z_BUF_ERROR) status = Z_OK;  // it wants more
  }
  inflateEnd(&stream);
  return status == Z_STREAM_END;
}

std::vector<OpaqueVariable> opaque_variables(const std::string& path,
                                             const std::vector<Mat5Element>& elements) {
  std::ifstream file(path, std::ios::binary);
  const bool swapped = is_swapped(file);
  std::vector<OpaqueVariable> variables;
  for (const Mat5Element& element : elements)
    if (const auto variable = opaque_variable(first_bytes(file, element), swapped))
      variables.push_back(*variable);
  return variables;
}

}  // namespace facet::matlab
