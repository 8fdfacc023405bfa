#include "framework/conformance/trial_recording.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace facet {

namespace {

namespace fs = std::filesystem;

void write(const fs::path& path, const std::string& bytes) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
}

/// Also of `folder/`.
std::string name_of(const std::string& path) {
  return fs::path(path + "/").parent_path().filename();
}

}  // namespace

bool reads_folders(const Tried& tried) {
  return !tried.info().folder_with.empty();
}

TrialRecording::TrialRecording(const Tried& tried, const std::string& bytes)
    : path_(folder_.path() + "/trial." + tried.info().name) {
  write(path_, bytes);
}

TrialRecording::TrialRecording(const Tried& tried, const std::vector<std::string>& files,
                               const std::string& bytes)
    : path_(folder_.path() + "/trial." + tried.info().name) {
  fs::create_directory(path_);
  for (const std::string& file : files) write(path_ + "/" + file, bytes);
}

TrialRecording::TrialRecording(const Tried& tried)
    : path_(folder_.path() + "/" + name_of(tried.sample())) {
  fs::copy(tried.sample(), path_, fs::copy_options::recursive);
}

std::vector<std::string> TrialRecording::files() const {
  if (!fs::is_directory(path_)) return {path_};
  std::vector<std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(path_))
    if (entry.is_regular_file()) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace facet
