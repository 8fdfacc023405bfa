#include "framework/data/recording_reader.h"

#include <algorithm>
#include <cctype>
#include <filesystem>

#include "facet/error.h"
#include "facet/text.h"
#include "framework/calls/call.h"
#include "framework/files/files.h"

namespace facet {

namespace {

/// A folder is read by the reader that knows one of its files.
std::string reader_of_folder(const std::string& path, const Registry& registry) {
  std::vector<std::string> readers, known;
  for (const ComponentInfo* reader : registry.components("reader")) {
    known.insert(known.end(), reader->folder_with.begin(), reader->folder_with.end());
    if (std::any_of(reader->folder_with.begin(), reader->folder_with.end(),
                    [&](const std::string& file) { return path_exists(path + "/" + file); }))
      readers.push_back(reader->name);
  }
  if (readers.size() == 1) return readers[0];
  if (readers.empty())
    throw Error(path + ": is a folder, and none that a reader knows" +
                (known.empty() ? "" : ": it holds none of " + quoted(known)));
  throw Error(path + ": is a folder that several readers know, " + quoted(readers) +
              ": name one in [data] reader");
}

std::string reader_of_file(const std::string& path) {
  const std::string extension = std::filesystem::path(path).extension();
  if (extension.size() < 2)
    throw Error(path + ": has no extension that says which reader can read it; [data] reader can");
  std::string reader = extension.substr(1);
  for (char& letter : reader)  // `rat.CSV`
    letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
  return reader;
}

ComponentChoice reader_of(const std::string& path, const RecordingConfig& config,
                          const Registry& registry) {
  if (config.reader) return *config.reader;
  if (std::filesystem::is_directory(path)) return {reader_of_folder(path, registry)};
  const std::string reader = reader_of_file(path);
  try {
    registry.find("reader", reader);
  } catch (const Error& error) {
    throw Error(path + ": " + error.what());
  }
  return {reader};
}

/// What goes wrong when it is read has the reader's name.
FileArray read_by(const Reader& reader, const FileArray& array) {
  const auto called = [whom = reader.origin()](const auto& read) {
    return call(whom, "in FileArray::Read", [&] { return own_errors_pass(read); });
  };
  const std::vector<std::int64_t>& shape = array.shape();
  if (array.is_text())
    return FileArray::text(array.name(), shape[0],
                           [array, called] { return called([&] { return array.read_text(); }); })
        .with(array.facts());
  if (array.is_ragged())
    return FileArray::ragged(array.name(), shape, array.type(),
                             [array, called](Rows rows) {
                               return called([&] { return array.read_ragged(rows); });
                             })
        .with(array.facts());
  return FileArray::by_rows(
             array.name(), shape, array.type(),
             [array, called](Rows rows) { return called([&] { return array.read_rows(rows); }); })
      .with(array.facts());
}

FileArrays list_file(const std::string& path, const RecordingConfig& config, Registry& registry,
                     const std::string& key) {
  const auto reader =
      registry.create<Reader>(reader_of(path, config, registry), {}, key + ".reader");
  FileArrays arrays = call(*reader, "in list()",
                           [&] { return own_errors_pass([&] { return reader->list(path); }); });
  for (FileArray& array : arrays)
    if (array.why_unreadable().empty() && !array.in_memory()) array = read_by(*reader, array);
  return arrays;
}

}  // namespace

RecordingFiles list_files(const RecordingConfig& config, Registry& registry,
                          const std::string& key) {
  RecordingFiles files;
  files.name = join(config.file);
  Problems problems;
  for (const std::string& path : config.file) {
    problems.attempt({}, join_key(key, "file"), [&] {
      for (FileArray& array : list_file(path, config, registry, key))
        files.arrays.push_back(std::move(array));
    });
  }
  problems.throw_if_any();
  return files;
}

LoadedRecording read_recording(const RecordingConfig& config, Registry& registry,
                               const std::string& key, const std::vector<std::string>& asked) {
  const RecordingFiles files = list_files(config, registry, key);
  return make_recording(files.name, files.arrays, config, key, asked);
}

}  // namespace facet
