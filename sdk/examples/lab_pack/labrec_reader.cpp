#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "facet/error.h"
#include "facet/plugin.h"
#include "facet/reader.h"
#include "facet/text.h"

namespace {

/// Files of the lab's acquisition: a header of text, which says what follows, line by line,
///
///     labrec 1
///     neurons uint8 2000 24
///     direction uint8 2000
///     end
///
/// and the numbers of one array after the other, row by row, the lowest byte of a number first. In
/// a config, by the file's extension:
///
///     [data]
///     file = "session.labrec"
///     signals = "neurons"
///
/// An array that the file has lost its end of is listed as unreadable, so that those before it can
/// be used.
class LabrecReader : public facet::Reader {
 public:
  static inline const facet::Documentation documentation = {
      .shapes = "each array as its line says: rows, or rows and columns"};

  facet::FileArrays list(const std::string& path) const override {
    facet::require_readable(path);
    std::ifstream file(path, std::ios::binary);
    std::string line(9, '\0');
    if (!file.read(line.data(), 9) || line != "labrec 1\n")
      throw facet::Error(path + ": is no labrec file: it does not begin with the line 'labrec 1'");
    std::vector<Array> arrays;
    std::set<std::string> names;
    for (int number = 2; std::getline(file, line) && line != "end"; ++number) {
      const std::string place = path + ":" + std::to_string(number) + ": ";
      arrays.push_back(parse(line, place));
      if (!names.insert(arrays.back().name).second)
        throw facet::Error(place + "there is a second array '" + arrays.back().name + "'");
    }
    if (!file) throw facet::Error(path + ": its header is cut off: the line 'end' is missing");
    return placed(arrays, path, file.tellg());
  }

 private:
  struct Array {
    std::string name;
    at::ScalarType type;
    std::vector<std::int64_t> shape;
    std::int64_t num_bytes;
  };

  static Array parse(const std::string& line, const std::string& place) {
    static const std::map<std::string, at::ScalarType> types = {{"uint8", at::kByte},
                                                                {"int32", at::kInt},
                                                                {"float32", at::kFloat},
                                                                {"float64", at::kDouble}};
    std::istringstream words(line);
    Array array;
    std::string type;
    words >> array.name >> type;
    for (std::int64_t size = 0; words >> size;) array.shape.push_back(size);
    const bool has_sizes = array.shape.size() == 1 || array.shape.size() == 2;
    if (!words.eof() || !has_sizes)
      throw facet::Error(place +
                         "must be a name, a type, rows and perhaps columns, such as "
                         "'position float32 2000 2', got '" +
                         facet::printable(line) + "'");
    if (!types.contains(type))
      throw facet::Error(place + "the type '" + facet::printable(type) +
                         "' is none of 'uint8', 'int32', 'float32' and 'float64'");
    array.type = types.at(type);
    array.num_bytes = static_cast<std::int64_t>(c10::elementSize(array.type));
    for (const std::int64_t size : array.shape)
      if (size < 1 || __builtin_mul_overflow(array.num_bytes, size, &array.num_bytes))
        throw facet::Error(place + "no array has the size " + std::to_string(size));
    return array;
  }

  /// What lies where behind the header, which ends at `begin`.
  static facet::FileArrays placed(const std::vector<Array>& arrays, const std::string& path,
                                  std::int64_t begin) {
    const auto file_size = static_cast<std::int64_t>(std::filesystem::file_size(path));
    facet::FileArrays listed;
    for (const Array& array : arrays) {
      if (array.num_bytes <= file_size - begin) {
        listed.emplace_back(array.name, array.shape, array.type,
                            [=] { return read(array, path, begin); });
        begin += array.num_bytes;
      } else {
        listed.push_back(facet::FileArray::unreadable(
            array.name, "is cut off: it needs " + std::to_string(array.num_bytes) + " bytes, and " +
                            std::to_string(file_size - begin) + " are left of the file"));
        begin = file_size;
      }
    }
    if (begin < file_size)
      throw facet::Error(path + ": has " + std::to_string(file_size - begin) +
                         " bytes more than its header tells of");
    return listed;
  }

  static at::Tensor read(const Array& array, const std::string& path, std::int64_t begin) {
    at::Tensor values = facet::memory_for(array.shape, array.type);
    std::ifstream file(path, std::ios::binary);
    file.seekg(begin);
    if (!file.read(static_cast<char*>(values.data_ptr()), array.num_bytes))
      throw facet::Error(path + ": '" + array.name + "' cannot be read to its end");
    return values;
  }
};

}  // namespace

FACET_PLUGIN(registrar) {
  registrar.add<LabrecReader>("labrec", "arrays behind a header of text");
}
