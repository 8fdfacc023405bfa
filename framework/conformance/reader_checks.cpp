#include <ATen/TensorOperators.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <optional>

#include "facet/random.h"
#include "facet/reader.h"
#include "facet/text.h"
#include "framework/conformance/array_values.h"
#include "framework/conformance/check.h"
#include "framework/conformance/trial_recording.h"
#include "framework/conformance/use.h"

namespace facet {

namespace {

namespace fs = std::filesystem;

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string random_bytes() {
  Random random(1);
  std::string bytes;
  for (int i = 0; i < 1000; ++i) bytes.push_back(static_cast<char>(random.below(256)));
  return bytes;
}

void require_refused(const Reader& reader, const std::string& path, const std::string& what) {
  try {
    reader.list(path);
  } catch (const Error& error) {
    if (std::string(error.what()).find(fs::path(path).filename()) == std::string::npos)
      throw Error(what + " is refused by an error that does not name it: " + error.what());
    return;
  } catch (const std::exception& error) {
    throw Error(what + " ends in an exception that is not a facet::Error: " + reason_of(error));
  }
  throw Error(what + " is read without an error");
}

void require_no_file_refused(const Tried& tried) {
  const auto reader = tried.make<Reader>();
  const TrialRecording empty(tried, ""), noise(tried, random_bytes()), folder(tried, {}, "");
  require_refused(*reader, empty.path() + ".missing", "a file that is not there");
  require_refused(*reader, folder.path(), "an empty folder");
  require_refused(*reader, empty.path(), "an empty file");
  require_refused(*reader, noise.path(), "a file of random bytes");
  if (!reads_folders(tried)) return;
  for (const std::string& file : tried.info().folder_with)
    require_refused(*reader, TrialRecording(tried, {file}, random_bytes()).path(),
                    "a folder whose " + file + " is of random bytes");
}

void require_sample(const Tried& tried) {
  if (tried.sample().empty()) throw Error("not tried: say --sample FILE, a file of this format");
}

/// Those that can be read.
FileArrays readable(const Reader& reader, const std::string& path) {
  FileArrays arrays = reader.list(path);
  std::erase_if(arrays, [](const FileArray& array) { return !array.why_unreadable().empty(); });
  return arrays;
}

/// Twice, and when the reader is gone.
void require_as_listed(const Tried& tried) {
  require_sample(tried);
  if (tried.make<Reader>()->list(tried.sample()).empty())
    throw Error("it lists nothing in " + tried.sample());
  for (const FileArray& array : readable(*tried.make<Reader>(), tried.sample()))
    require_same(values_of(array), values_of(array), 0, "read again");
}

/// `rows` of what the whole array gave.
Results cut_out(const FileArray& array, Rows rows) {
  if (!array.is_ragged())
    return {{array.name(), array.read().narrow(0, rows.begin, rows.end - rows.begin)}};
  const RaggedValues all = array.read_ragged();
  const auto begin = rows.begin == 0 ? 0 : all.ends[rows.begin - 1].item<std::int64_t>();
  return {{array.name(), all.values.slice(0, begin, all.ends[rows.end - 1].item<std::int64_t>())},
          {"ends of " + array.name(), all.ends.slice(0, rows.begin, rows.end) - begin}};
}

/// Some at the beginning, in the middle and at the end.
void require_rows(const Tried& tried) {
  require_sample(tried);
  const auto reader = tried.make<Reader>();
  for (const FileArray& array : readable(*reader, tried.sample())) {
    if (array.is_text() || array.shape().empty() || array.shape()[0] < 3) continue;
    const std::int64_t count = array.shape()[0];
    for (const Rows rows : {Rows{0, 1}, Rows{1, count - 1}, Rows{count / 2, count}})
      require_same(values_of(array, rows), cut_out(array, rows), 0,
                   "by rows " + std::to_string(rows.begin) + " to " + std::to_string(rows.end));
  }
}

struct Whole {
  std::vector<std::int64_t> shape;
  Results values;
};
using WholeArrays = std::map<std::string, Whole>;

/// Nothing, where it is refused.
std::optional<Results> values_if_right(const FileArray& array) {
  try {
    return values_of(array);
  } catch (const Error&) {
    return std::nullopt;
  }
}

/// What a damaged recording gives must be an error, or what the whole one has.
void require_no_wrong_values(const Tried& tried, const std::string& path,
                             const WholeArrays& whole) {
  const auto reader = tried.make<Reader>();
  FileArrays arrays;
  try {
    arrays = readable(*reader, path);
  } catch (const Error&) {
    return;
  }
  for (const FileArray& array : arrays) {
    const auto known = whole.find(array.name());
    if (known == whole.end() || known->second.shape != array.shape()) continue;
    if (const auto got = values_if_right(array))
      require_same(*got, known->second.values, 0, "with the shape of the whole array");
  }
}

char last_byte(const std::string& file) {
  std::ifstream stream(file, std::ios::binary);
  stream.seekg(-1, std::ios::end);
  return static_cast<char>(stream.get());
}

/// A table without its last rows is a table: such a cut goes into a row.
void cut(const std::string& file, std::uintmax_t size) {
  fs::resize_file(file, size);
  if (size > 0 && last_byte(file) == '\n') fs::resize_file(file, size - 1);
}

void require_cut_files_refused(const Tried& tried) {
  require_sample(tried);
  const auto reader = tried.make<Reader>();
  WholeArrays whole;
  for (const FileArray& array : readable(*reader, tried.sample()))
    whole[array.name()] = {array.shape(), values_of(array)};
  const TrialRecording recording(tried);
  for (const std::string& file : recording.files()) {
    const std::string bytes = bytes_of(file);
    for (std::size_t part = 15; part > 0; --part) {
      cut(file, bytes.size() * part / 16);
      try {
        require_no_wrong_values(tried, recording.path(), whole);
      } catch (const std::exception& error) {
        throw Error(fs::path(file).filename().string() + " cut after " +
                    std::to_string(fs::file_size(file)) + " bytes: " + reason_of(error));
      }
    }
    std::ofstream(file, std::ios::binary) << bytes;
  }
}

}  // namespace

Checks reader_checks() {
  return {
      {"refused",
       "what is not there, is empty or holds random bytes, and a folder (of a reader of folders a "
       "file), is refused by an error that names it",
       require_no_file_refused},
      {"listed", "arrays are what was listed, read twice, when the reader is gone",
       require_as_listed},
      {"rows", "rows that are read alone are those of the whole array", require_rows},
      {"cut", "where a file is cut somewhere, no array has the whole shape and other values",
       require_cut_files_refused}};
}

}  // namespace facet
