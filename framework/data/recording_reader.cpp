#include "framework/data/recording_reader.h"

#include <filesystem>
#include <iterator>

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
  const std::string reader = extension.substr(1);
  try {
    registry.find("reader", reader);
  } catch (const Error& error) {
    throw Error(path + ": " + error.what());
  }
  return {reader};
}

template <class T>
void append(std::vector<T>& list, std::vector<T> more) {
  list.insert(list.end(), std::make_move_iterator(more.begin()),
              std::make_move_iterator(more.end()));
}

}  // namespace

FileArrays read_arrays(const std::string& path, const RecordingConfig& config, Registry& registry,
                       const std::string& key) {
  const auto reader =
      registry.create<Reader>(reader_of(path, config, registry), {}, key + ".reader");
  return call(*reader, "in read()",
              [&] { return own_errors_pass([&] { return reader->read(path); }); });
}

RecordingFiles read_files(const RecordingConfig& config, Registry& registry,
                          const std::string& key) {
  RecordingFiles files;
  files.name = join(config.file);
  Problems problems;
  for (const std::string& path : config.file) {
    problems.attempt({}, join_key(key, "file"), [&] {
      FileArrays more = read_arrays(path, config, registry, key);
      append(files.arrays.arrays, std::move(more.arrays));
      append(files.arrays.unreadable, std::move(more.unreadable));
    });
  }
  problems.throw_if_any();
  return files;
}

LoadedRecording read_recording(const RecordingConfig& config, Registry& registry,
                               const std::string& key) {
  const RecordingFiles files = read_files(config, registry, key);
  return make_recording(files.name, files.arrays, config, key);
}

}  // namespace facet
