#pragma once

#include <ATen/Functions.h>

#include <map>

#include "facet/reader.h"
#include "plugins/built_plugins.h"

namespace facet {

/// What a reader gave, by name.
struct ReadFile {
  std::vector<std::string> names;  ///< in the file's order
  std::map<std::string, at::Tensor> arrays;
  std::map<std::string, std::string> unreadable;
};

inline ReadFile read_file(const std::string& reader, const std::string& path) {
  const FileArrays found = make<Reader>(reader)->read(path);
  ReadFile file;
  for (const NamedTensor& array : found.arrays) {
    file.names.push_back(array.name);
    file.arrays[array.name] = array.tensor;
  }
  for (const UnreadableArray& array : found.unreadable) file.unreadable[array.name] = array.why;
  return file;
}

/// What a reader says of a file that it cannot read, without the path.
inline std::string refusal_of(const std::string& reader, const std::string& path) {
  const std::string message = error_of([&] { make<Reader>(reader)->read(path); });
  return message.starts_with(path) ? message.substr(path.size()) : message;
}

}  // namespace facet
