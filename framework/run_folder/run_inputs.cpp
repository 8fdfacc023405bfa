#include "framework/run_folder/run_inputs.h"

#include <filesystem>

namespace facet {

namespace {

void append(std::vector<std::string>& paths, const std::vector<std::string>& more) {
  paths.insert(paths.end(), more.begin(), more.end());
}

}  // namespace

std::vector<std::string> paths_of_recording(const std::string& path) {
  namespace fs = std::filesystem;
  std::vector<std::string> paths = {path};
  std::error_code error;  // of what is no folder, too
  const auto options = fs::directory_options::skip_permission_denied;
  for (fs::recursive_directory_iterator at(path, options, error), end; !error && at != end;
       at.increment(error))
    if (at->is_regular_file(error)) paths.push_back(at->path());
  return paths;
}

std::vector<std::string> input_files(const RunConfig& config) {
  std::vector<std::string> files = config.plugins.path;
  if (const std::string own = config.places.of("").file; !own.empty()) files.push_back(own);
  for_each_recording(config.data, [&](const RecordingConfig& recording, const std::string&) {
    for (const std::string& path : recording.file) append(files, paths_of_recording(path));
  });
  if (config.model.adapt) files.push_back(config.model.adapt->run);
  std::error_code none;
  for (const auto& [name, value] : config.model.options)  // such as a TorchScript file
    if (value.is_text() && std::filesystem::is_regular_file(value.text(), none))
      files.push_back(value.text());
  return files;
}

}  // namespace facet
