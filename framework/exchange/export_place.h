#pragma once

#include <memory>
#include <string>

#include "framework/files/folder_lock.h"
#include "framework/files/replaced_folder.h"
#include "framework/run_folder/output_file.h"

namespace facet {

/// The folder of an export while it is written: what was there before stays until all of the new
/// one is. Without keep() nothing of it has changed.
class ExportPlace {
 public:
  /// Throws Error that names the folder: where it has something in it that is not to be
  /// overwritten, or is no export.
  ExportPlace(const std::string& folder, ExistingFile existing);
  ~ExportPlace();
  ExportPlace(const ExportPlace&) = delete;
  ExportPlace& operator=(const ExportPlace&) = delete;

  /// Throws where the constructor would for what is there now; makes and writes nothing.
  static void require(const std::string& folder, ExistingFile existing);

  const std::string& path() const { return replaced_->path(); }  ///< where to write
  void keep();

 private:
  const std::string folder_;
  const bool made_;
  bool kept_ = false;
  std::unique_ptr<ReplacedFolder> replaced_;
  std::unique_ptr<FolderLock> lock_;
};

}  // namespace facet
