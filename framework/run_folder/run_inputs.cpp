#include "framework/run_folder/run_inputs.h"

#include <filesystem>

namespace facet {

std::vector<std::string> input_files(const RunConfig& config) {
  std::vector<std::string> files = config.plugins.path;
  if (const std::string own = config.places.of("").file; !own.empty()) files.push_back(own);
  for_each_recording(config.data, [&](const RecordingConfig& recording, const std::string&) {
    for (const FileConfig& file : recording.file) files.push_back(file.path);
  });
  if (config.model.adapt) files.push_back(config.model.adapt->run);
  std::error_code none;
  for (const auto& [name, value] : config.model.options)  // such as a TorchScript file
    if (value.is_text() && std::filesystem::is_regular_file(value.text(), none))
      files.push_back(value.text());
  return files;
}

}  // namespace facet
