#include "framework/reading/recording_reader.h"

#include <algorithm>

#include "facet/error.h"
#include "facet/text.h"
#include "framework/reading/list_file.h"
#include "framework/reading/on_bins.h"
#include "framework/reading/trials_in_a_row.h"

namespace facet {

namespace {

/// Also where another array speaks of it.
void rename(FileArrays& arrays, const RenameConfig& name) {
  const auto is_old = [&](const FileArray& array) { return array.name() == name.from; };
  const auto found = std::find_if(arrays.begin(), arrays.end(), is_old);
  if (found == arrays.end()) {
    std::vector<std::string> names;
    for (const FileArray& array : arrays) names.push_back(array.name());
    throw Error("there is no array '" + name.from + "'" + did_you_mean(name.from, names) +
                " (there are " + (names.empty() ? "none" : quoted(names)) + ")");
  }
  for (FileArray& array : arrays) {
    ArrayFacts facts = array.facts();
    for (std::string* other : {&facts.of, &facts.times})
      if (*other == name.from) *other = name.to;
    array = array.named(is_old(array) ? name.to : array.name()).with(std::move(facts));
  }
}

}  // namespace

ArrangedArrays arranged(const FileArrays& file, const RecordingConfig& config,
                        const std::string& key, const std::vector<std::string>& asked) {
  if (config.bin) return on_bins(file, config, key, asked);
  if (are_trials(file, config)) return trials_in_a_row(file, config, key);
  return {file, config, {}, {}};
}

RecordingFiles list_files(const RecordingConfig& config, Registry& registry,
                          const std::string& key) {
  RecordingFiles files;
  files.name = file_names(config.file);
  Problems problems;
  for (std::size_t i = 0; i < config.file.size(); ++i) {
    const FileConfig& file = config.file[i];
    const std::string own = join_key(key, "file");
    problems.attempt({}, own, [&] {
      const std::string reader = file.reader ? item_key(own, i) + ".reader" : key + ".reader";
      for (FileArray& array : list_file(file, config.reader, registry, reader))
        files.arrays.push_back(std::move(array));
    });
  }
  problems.throw_if_any();
  for (std::size_t i = 0; i < config.rename.size(); ++i)
    problems.attempt({}, item_key(join_key(key, "rename"), i),
                     [&] { rename(files.arrays, config.rename[i]); });
  problems.throw_if_any();
  return files;
}

LoadedRecording read_recording(const RecordingConfig& config, Registry& registry,
                               const std::string& key, const std::vector<std::string>& asked) {
  const RecordingFiles files = list_files(config, registry, key);
  const ArrangedArrays rows = arranged(files.arrays, config, key, asked);
  LoadedRecording loaded =
      make_recording(files.name, rows.arrays, rows.config, key, asked, rows.unobserved);
  loaded.decisions.insert(loaded.decisions.begin(), rows.decisions.begin(), rows.decisions.end());
  return loaded;
}

RunData read_run_data(const DataConfig& config, Registry& registry,
                      const std::vector<std::string>& asked) {
  Problems problems;
  std::vector<LoadedRecording> recordings;
  for_each_recording(config, [&](const RecordingConfig& own, const std::string& key) {
    problems.attempt({}, key,
                     [&] { recordings.push_back(read_recording(own, registry, key, asked)); });
  });
  problems.throw_if_any();
  return make_run_data(config, std::move(recordings));
}

}  // namespace facet
