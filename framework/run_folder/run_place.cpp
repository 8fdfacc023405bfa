#include "framework/run_folder/run_place.h"

#include <filesystem>

#include "facet/error.h"
#include "facet/text.h"
#include "framework/files/files.h"
#include "framework/files/plain_name.h"
#include "framework/run_folder/run_files.h"
#include "framework/run_folder/run_folder.h"
#include "framework/run_folder/run_inputs.h"

namespace facet {

namespace {

namespace fs = std::filesystem;

bool lies_within(const fs::path& path, const fs::path& folder) {
  const fs::path way = path.lexically_relative(folder);
  return !way.empty() && *way.begin() != "..";
}

/// What must not go with an old run.
void require_only_a_run(const std::string& folder, const RunConfig& config) {
  if (!holds_whole_run(folder))
    throw Error(folder + ": is not removed, since it is not the folder of a run, although it has " +
                join(run_files_in(folder)));
  const fs::path place = fs::canonical(folder);
  if (const fs::path here = fs::current_path(); here == place || lies_within(here, place))
    throw Error(folder + ": is not removed, since it is the working directory or above it");
  for (const std::string& input : input_files(config))
    if (lies_within(fs::weakly_canonical(input), place) ||
        lies_within(fs::absolute(input).lexically_normal(), place))
      throw Error(folder + ": is not removed, since the new run reads what is in it: " + input);
  for (const std::string& run : runs_within(place))
    throw Error(folder + ": is not removed, since another run is in it: " + run);
}

/// The first folder on the way to `path` that is not there.
fs::path first_missing(fs::path path) {
  fs::path missing;
  for (; !path.empty() && !fs::exists(path); path = path.parent_path()) missing = path;
  return missing;
}

}  // namespace

void RunPlace::require(const std::string& folder, OldRun old, const RunConfig& config) {
  require_plain_name(fs::absolute(folder));
  for (const std::string& input : input_files(config)) require_plain_name(fs::absolute(input));
  if (path_exists(folder) && !fs::is_directory(folder))
    throw Error(folder + ": is a file; a run is written into a folder");
  FolderLock::require_free(folder);
  const std::vector<std::string> files = run_files_in(folder);
  if (files.empty()) return;
  if (old != OldRun::replaced)
    throw Error(folder + ": holds a run already (" + join(files) +
                "): --resume goes on with it, --overwrite removes it and begins anew; or choose "
                "another folder");
  require_only_a_run(folder, config);
}

RunPlace::RunPlace(const std::string& folder, OldRun old, const RunConfig& config) {
  if (old == OldRun::goes_on && path_exists(folder)) {
    path_ = folder;
    lock_ = std::make_unique<FolderLock>(folder);
    kept_ = true;
    return;
  }
  require(folder, old, config);
  if (run_files_in(folder).empty()) {
    path_ = folder;
    made_ = first_missing(fs::path(folder + "/").parent_path());
    RunFolder(folder).create();
    lock_ = std::make_unique<FolderLock>(folder);
    if (!run_files_in(folder).empty())
      throw Error(folder + ": another process has just written a run into it");
  } else {
    old_lock_ = std::make_unique<FolderLock>(folder);
    replaced_ = std::make_unique<ReplacedFolder>(folder);
    path_ = replaced_->path();
    lock_ = std::make_unique<FolderLock>(path_);
  }
}

RunPlace::~RunPlace() {
  if (kept_ || replaced_) return;
  std::error_code ignored;
  if (!made_.empty()) {
    fs::remove_all(path_, ignored);
    for (fs::path parent = fs::path(path_ + "/").parent_path();
         parent != fs::path(made_) && fs::remove(parent.parent_path(), ignored);)
      parent = parent.parent_path();
  } else {
    for (const std::string& file : run_files_in(path_)) fs::remove_all(path_ + "/" + file, ignored);
  }
}

void RunPlace::keep() {
  if (!kept_ && replaced_) replaced_->take_the_place();
  kept_ = true;
}

}  // namespace facet
