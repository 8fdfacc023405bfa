#include "framework/data/recording_reader.h"

#include <cctype>
#include <filesystem>

#include "facet/error.h"
#include "facet/text.h"
#include "framework/calls/call.h"

namespace facet {

namespace {

ComponentChoice reader_of(const std::string& path, const RecordingConfig& config,
                          const Registry& registry) {
  if (config.reader) return *config.reader;
  const std::string extension = std::filesystem::path(path).extension();
  if (extension.size() < 2)
    throw Error(path + ": has no extension that says which reader can read it; [data] reader can");
  std::string reader = extension.substr(1);
  for (char& letter : reader)  // `rat.CSV`
    letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
  try {
    registry.find("reader", reader);
  } catch (const Error& error) {
    throw Error(path + ": " + error.what());
  }
  return {reader};
}

/// What goes wrong when it is read has the reader's name.
FileArray read_by(const Reader& reader, const FileArray& array) {
  return {array.name(), array.shape(), array.type(), [array, whom = reader.origin()] {
            return call(whom, "in FileArray::Read",
                        [&] { return own_errors_pass([&] { return array.read(); }); });
          }};
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
