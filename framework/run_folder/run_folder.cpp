#include "framework/run_folder/run_folder.h"

#include <filesystem>

#include "facet/error.h"
#include "framework/files/checksum.h"
#include "framework/files/files.h"
#include "framework/files/folder_lock.h"
#include "framework/run_folder/read_record.h"
#include "framework/run_folder/run_files.h"

namespace facet {

void RunFolder::create() const {
  std::error_code error;
  std::filesystem::create_directories(path_, error);
  if (error) throw Error(path_ + ": cannot be made: " + error.message());
}

namespace {

/// Why a file of a run that there should be is not there.
[[noreturn]] void throw_of_missing(const RunFolder& run, const std::string& file) {
  run.require_ended();
  if (const std::vector<std::string> seeds = runs_in(run.path()); seeds.front() != run.path())
    throw Error(run.path() + ": is the folder of several runs: name one of them, such as " +
                seeds.front());
  throw Error(run.path() + ": is not the folder of a run: it has no " +
              std::filesystem::path(file).filename().string());
}

}  // namespace

void RunFolder::require_ended() const {
  if (const std::string by = FolderLock::holder_of(path_); !by.empty())
    throw Error(path_ + ": the run in it has not ended: " + by +
                " is still writing it; wait until that has ended");
}

void RunFolder::require() const {
  std::error_code error;
  if (!path_exists(path_) || !std::filesystem::is_directory(path_, error))
    throw Error(path_ + ": is not the folder of a run");
  for (const std::string& file : {config(), model(), record()})
    if (!path_exists(file)) throw_of_missing(*this, file);
  read_record(*this, [](const nlohmann::json&) {});
}

std::string RunFolder::model_checksum() const {
  return checksum(read_text(model()));
}

}  // namespace facet
