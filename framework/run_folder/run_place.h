#pragma once

#include <memory>
#include <string>
#include <vector>

#include "framework/config/run_config.h"
#include "framework/files/folder_lock.h"
#include "framework/files/replaced_folder.h"

namespace facet {

/// What becomes of a run that is in the folder already.
enum class OldRun { refused, replaced, goes_on };

/// The folder of a run, or of a run for each of several seeds, while it is written into: nobody
/// else may. A run that is replaced stays whole until the new one has something to keep. A new run
/// that ends without leaves nothing: neither its files nor folders that it made.
class RunPlace {
 public:
  /// Throws Error that names the folder: where it is in use, holds a run that must not be replaced,
  /// or cannot be written; and where replacing it would remove more than a run, such as what the
  /// new one reads.
  RunPlace(const std::string& folder, OldRun old, const RunConfig& config);
  ~RunPlace();
  RunPlace(const RunPlace&) = delete;
  RunPlace& operator=(const RunPlace&) = delete;

  /// Throws where the constructor would for what is there now; makes and writes nothing.
  static void require(const std::string& folder, OldRun old, const RunConfig& config);

  /// Where to write. Beside the folder, where there is another run in it.
  const std::string& path() const { return path_; }
  /// The run has something to keep: it stays, in its folder. Again it does nothing.
  void keep();

 private:
  std::string path_;
  std::string made_;  ///< the first folder that had to be made; empty: it was there
  bool kept_ = false;
  std::unique_ptr<ReplacedFolder> replaced_;
  std::unique_ptr<FolderLock> old_lock_, lock_;
};

}  // namespace facet
