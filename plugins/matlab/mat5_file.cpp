#include "mat5_file.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>

#include "facet/error.h"
#include "mat5_values.h"

namespace facet::matlab {

namespace {

struct Tag {
  std::uint32_t type, size;
};

Tag read_tag(std::ifstream& file, std::uint64_t at, bool swapped) {
  std::array<unsigned char, 8> bytes{};
  file.seekg(static_cast<std::streamoff>(at));
  file.read(reinterpret_cast<char*>(bytes.data()), bytes.size());
  const auto number = [&](std::size_t begin) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i)
      value |= std::uint32_t{bytes[begin + (swapped ? 3 - i : i)]} << (8 * i);
    return value;
  };
  return {number(0), number(4)};
}

const char* const no_mat_file =
    ": is not a whole MAT file of version 5, 6, 7 or 7.3: it is damaged or of another format (one "
    "of version 4: save it with -v7)";

/// matio takes what has another header for a file of version 4, and the sizes in it as they are.
const std::string& require_header(const std::string& path) {
  using namespace std::string_literals;
  std::string header(128, '\0');
  std::ifstream(path, std::ios::binary).read(header.data(), 128);
  if (!header.ends_with("\0\1IM"s) && !header.ends_with("\1\0MI"s)) throw Error(path + no_mat_file);
  return path;
}

/// One element follows the other: 8 bytes that say its size, then itself. matio takes one that is
/// cut short for the end of the file.
std::vector<Mat5Element> whole_elements(const std::string& path) {
  constexpr std::uint32_t compressed = 15;
  std::ifstream file(path, std::ios::binary | std::ios::ate);
  const auto size = static_cast<std::uint64_t>(file.tellg());
  std::array<char, 2> order{};
  file.seekg(126);
  file.read(order.data(), order.size());
  const bool swapped = order == std::array<char, 2>{'M', 'I'};
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

/// Inflates it, of which nothing is kept: at its end zlib compares the checksum, which matio does
/// not ask for.
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

/// Whether it is one struct, rather than an array of them.
bool is_struct(const matvar_t& variable) {
  return variable.class_type == MAT_C_STRUCT && variable.rank == 2 && variable.dims[0] == 1 &&
         variable.dims[1] == 1;
}

/// Where a field lies: the variable, then a number for each struct on the way.
struct Place {
  std::string variable;
  std::vector<unsigned> fields;
};

at::Tensor read(const std::string& path, const Place& place) {
  const Mat5File file(path);
  file.require_checksum(place.variable);
  const Variable variable = file.info(place.variable);
  matvar_t* field = variable.get();
  for (const unsigned number : place.fields) {
    field = Mat_VarGetStructFieldByIndex(field, number, 0);
    if (!field) throw Error("is not there any more");
  }
  file.read_values(*field);
  return values(*field);
}

class Lister {
 public:
  explicit Lister(const std::string& path) : path_(path), file_(path) {}

  FileArrays list() {
    for (const std::string& name : file_.names()) {
      try {
        add(name, {name, {}}, *file_.info(name));
      } catch (const Error& error) {
        arrays_.push_back(FileArray::unreadable(name, error.what()));
      }
    }
    return std::move(arrays_);
  }

 private:
  void add(const std::string& name, const Place& place, matvar_t& variable) {
    if (is_struct(variable)) return add_fields(name, place, variable);
    const std::string why = why_unreadable(variable, name);
    if (!why.empty()) return arrays_.push_back(FileArray::unreadable(name, why));
    const auto read_it = [path = path_, name, place] {
      try {
        return read(path, place);
      } catch (const Error& error) {
        throw Error(path + ": '" + name + "' " + error.what());
      }
    };
    arrays_.emplace_back(name, shape_of(variable), type_of(variable), read_it);
  }

  void add_fields(const std::string& name, const Place& place, matvar_t& variable) {
    const unsigned count = Mat_VarGetNumberOfFields(&variable);
    char* const* names = Mat_VarGetStructFieldnames(&variable);
    for (unsigned i = 0; i < count; ++i) {
      const std::string field_name = name + "." + names[i];
      Place field_place = place;
      field_place.fields.push_back(i);
      matvar_t* field = Mat_VarGetStructFieldByIndex(&variable, i, 0);
      if (field)
        add(field_name, field_place, *field);
      else
        arrays_.push_back(FileArray::unreadable(field_name, "is empty"));
    }
  }

  const std::string path_;
  const Mat5File file_;
  FileArrays arrays_;
};

}  // namespace

Mat5File::Mat5File(const std::string& path)
    : path_(require_header(path)), file_(Mat_Open(path.c_str(), MAT_ACC_RDONLY), Mat_Close) {
  if (!file_) throw Error(path + no_mat_file);
  elements_ = whole_elements(path);
}

std::vector<std::string> Mat5File::names() const {
  std::size_t count = 0;
  const auto* names = Mat_GetDir(file_.get(), &count);
  if (count == 0 && !elements_.empty())
    throw Error(path_ + ": is damaged: none of its " + std::to_string(elements_.size()) +
                " variables can be read");
  return names ? std::vector<std::string>(names, names + count) : std::vector<std::string>();
}

void Mat5File::require_checksum(const std::string& name) const {
  const std::vector<std::string> all = names();
  // Where matio leaves an element out, any of them may be the variable's.
  const bool known = all.size() == elements_.size();
  for (std::size_t i = 0; i < elements_.size(); ++i) {
    if (!elements_[i].compressed || (known && all[i] != name)) continue;
    if (!has_right_checksum(path_, elements_[i]))
      throw Error("is damaged: its checksum does not match");
  }
}

Variable Mat5File::info(const std::string& name) const {
  Variable variable(Mat_VarReadInfo(file_.get(), name.c_str()), Mat_VarFree);
  if (!variable) throw Error("cannot be read: it is damaged");
  return variable;
}

void Mat5File::read_values(matvar_t& variable) const {
  require_memory(shape_of(variable), type_of(variable));
  if (Mat_VarReadDataAll(file_.get(), &variable) != 0 || !variable.data)
    throw Error("is damaged: its values cannot be read");
}

FileArrays list_mat5(const std::string& path) {
  return Lister(path).list();
}

}  // namespace facet::matlab
