#include "framework/run_folder/run_folder.h"

#include <filesystem>

#include "facet/error.h"
#include "framework/files/checksum.h"
#include "framework/files/files.h"
#include "framework/run_folder/read_record.h"

namespace facet {

void RunFolder::create() const {
  std::error_code error;
  std::filesystem::create_directories(path_, error);
  if (error) throw Error(path_ + ": cannot be made: " + error.message());
}

void RunFolder::require() const {
  std::error_code error;
  if (!path_exists(path_) || !std::filesystem::is_directory(path_, error))
    throw Error(path_ + ": is not the folder of a run");
  for (const std::string& file : {config(), model(), record()})
    if (!path_exists(file))
      throw Error(path_ + ": is not the folder of a run: it has no " +
                  std::filesystem::path(file).filename().string());
  read_record(*this, [](const nlohmann::json&) {});
}

std::string RunFolder::model_checksum() const {
  return checksum(read_text(model()));
}

}  // namespace facet
