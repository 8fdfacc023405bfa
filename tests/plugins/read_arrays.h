#pragma once

#include <ATen/Functions.h>

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <map>

#include "facet/npz.h"
#include "facet/reader.h"
#include "facet/warning.h"
#include "plugins/built_plugins.h"

namespace facet {

/// The folder of these tests; or a copy of it whose files were made anew (tests/formats).
inline std::string plugin_tests() {
  const char* anew = std::getenv("FACET_PLUGIN_TESTS");
  return anew ? anew : PLUGIN_TESTS;
}

/// What a reader gave, by name.
struct ReadFile {
  std::vector<std::string> names;            ///< in the file's order
  std::map<std::string, at::Tensor> arrays;  ///< of ragged ones also where rows end, `NAME ends`
  std::map<std::string, std::string> unreadable;
  std::vector<std::string> texts;  ///< names of those that hold text
};

inline ReadFile read_file(const std::string& reader, const std::string& path, Table options = {}) {
  ReadFile file;
  for (const FileArray& array : make<Reader>(reader, std::move(options))->list(path)) {
    if (!array.why_unreadable().empty()) {
      file.unreadable[array.name()] = array.why_unreadable();
      continue;
    }
    file.names.push_back(array.name());
    if (array.is_ragged()) {
      const RaggedValues rows = array.read_ragged();
      file.arrays[array.name()] = rows.values;
      file.arrays[array.name() + " ends"] = rows.ends;
      continue;
    }
    file.arrays[array.name()] = array.read();
    if (array.is_text()) file.texts.push_back(array.name());
  }
  return file;
}

/// The arrays that data/make_files.py wrote beside the file are those that its reader gives, in
/// name, type and value: NaN where NaN is expected; of rows of different lengths also where each
/// ends, `NAME ends`.
inline void expect_what_was_written(const std::string& path) {
  const ReadFile file = read_file(path.substr(path.rfind('.') + 1), path);
  std::vector<std::string> names;
  for (const auto& [name, expected] : read_npz(path + ".expected.npz")) {
    if (!name.ends_with(" ends")) names.push_back(name);
    const auto found = file.arrays.find(name);
    if (found == file.arrays.end()) continue;  // told below
    EXPECT_EQ(found->second.scalar_type(), expected.scalar_type()) << path << " " << name;
    EXPECT_TRUE(found->second.equal(expected) ||
                at::allclose(found->second.to(at::kDouble), expected.to(at::kDouble), 0, 0, true))
        << path << " " << name;
  }
  for (const std::string& text : file.texts)  // of these the file beside has none, or the codes
    if (std::find(names.begin(), names.end(), text) == names.end()) names.push_back(text);
  EXPECT_THAT(file.names, ::testing::UnorderedElementsAreArray(names)) << path;
}

/// A text for each row, empty where there is none.
inline std::vector<std::string> texts(const FileArray& array) {
  const TextValues text = array.read_text();
  std::vector<std::string> rows;
  for (std::int64_t row = 0; row < text.codes.numel(); ++row) {
    const auto code = text.codes[row].item<std::int64_t>();
    rows.push_back(code < 0 ? "" : text.classes.at(static_cast<std::size_t>(code)));
  }
  return rows;
}

/// One array of a file, not read.
inline FileArray listed(const std::string& reader, const std::string& path, const std::string& name,
                        Table options = {}) {
  for (const FileArray& array : make<Reader>(reader, std::move(options))->list(path))
    if (array.name() == name) return array;
  throw Error("the file has no array " + name);
}

inline std::string without(const std::string& path, const std::string& message) {
  return message.starts_with(path) ? message.substr(path.size()) : message;
}

/// What a reader says of a file that it cannot read, without the path.
inline std::string refusal_of(const std::string& reader, const std::string& path) {
  return without(path, error_of([&] { make<Reader>(reader)->list(path); }));
}

/// What is said where an array is read, without the path.
inline std::string refusal_of(const std::string& reader, const std::string& path,
                              const std::string& name) {
  return without(path, error_of([&] { listed(reader, path, name).read(); }));
}

/// What `action` tells the user.
inline std::vector<std::string> warnings_of(const std::function<void()>& action) {
  std::vector<std::string> warnings;
  const WarningSink sink([&](const std::string& message) { warnings.push_back(message); });
  action();
  return warnings;
}

}  // namespace facet
