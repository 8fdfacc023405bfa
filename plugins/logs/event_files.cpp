#include "event_files.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <filesystem>

#include "event.h"
#include "facet/error.h"

namespace facet::logs {

namespace {

namespace fs = std::filesystem;

constexpr const char* begin_of_name = "events.out.tfevents.";

double seconds_since_1970() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration<double>(now).count();
}

void make_folder(const std::string& path) {
  std::error_code error;
  if (fs::create_directories(path, error); error)
    throw Error(path + ": cannot be made: " + error.message());
}

/// Now, or after every file that is there: also where two begin in one second, or the clock was set
/// back.
std::string next_path(const std::string& folder) {
  auto seconds = static_cast<std::int64_t>(seconds_since_1970());
  for (const auto& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename();
    if (!name.starts_with(begin_of_name)) continue;
    std::int64_t others = 0;
    std::from_chars(name.data() + std::string(begin_of_name).size(), name.data() + name.size(),
                    others);
    seconds = std::max(seconds, others + 1);
  }
  return folder + "/" + begin_of_name + std::to_string(seconds) + ".facet";
}

}  // namespace

void EventFiles::forget_after(std::int64_t step) {
  if (!file_) {
    make_folder(folder_);
    file_.emplace(next_path(folder_), AppendedFile::Old::kept);
    file_->append(version_record(seconds_since_1970()));
  }
  file_->append(start_record(seconds_since_1970(), step + 1));
}

void EventFiles::write(const Row& row) {
  file_->append(row_record(seconds_since_1970(), row));
}

}  // namespace facet::logs
