#include "framework/run_folder/run_folder.h"

#include <filesystem>

#include "facet/error.h"

namespace facet {

void RunFolder::create() const {
  std::error_code error;
  std::filesystem::create_directories(path_, error);
  if (error) throw Error(path_ + ": cannot be made: " + error.message());
}

void RunFolder::require() const {
  if (!std::filesystem::is_directory(path_)) throw Error(path_ + ": is not the folder of a run");
  for (const std::string& file : {config(), model()})
    if (!std::filesystem::exists(file))
      throw Error(path_ + ": is not the folder of a run: it has no " +
                  std::filesystem::path(file).filename().string());
}

}  // namespace facet
