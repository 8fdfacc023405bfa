#include "framework/shipping/work_folder.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "facet/error.h"

namespace facet {

namespace {

namespace fs = std::filesystem;

constexpr const char* work_prefix = ".work-";

}  // namespace

WorkFolder::WorkFolder(const std::string& place) {
  std::error_code error;
  fs::create_directories(place, error);
  if (error) throw Error(place + ": cannot be made: " + error.message());
  std::string path = place + "/" + work_prefix + "XXXXXX";
  if (!::mkdtemp(path.data())) throw Error(place + ": cannot be written: " + std::strerror(errno));
  path_ = path;
}

WorkFolder::~WorkFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

void remove_work_folders(const std::string& place) {
  for (const auto& entry : fs::directory_iterator(place))
    if (entry.path().filename().string().starts_with(work_prefix)) fs::remove_all(entry.path());
}

}  // namespace facet
