#include "framework/exchange/export_place.h"

#include <algorithm>
#include <filesystem>

#include "facet/error.h"
#include "framework/files/files.h"
#include "framework/files/plain_name.h"

namespace facet {

namespace {

namespace fs = std::filesystem;

constexpr const char* exported_files[] = {"model.safetensors", "encoder.py", "model.onnx",
                                          "embedding.csv"};

bool is_exported(const fs::path& path) {
  const std::string name = path.filename();
  return std::ranges::find(exported_files, name) != std::end(exported_files) ||
         (path.parent_path().filename() == "__pycache__" && name.starts_with("encoder."));
}

/// What would be gone that no export wrote; empty: nothing.
std::string other_file(const fs::path& folder) {
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_symlink() || (!entry.is_directory() && !is_exported(entry.path())))
      return entry.path();
  return {};
}

}  // namespace

void ExportPlace::require(const std::string& folder, ExistingFile existing) {
  if (folder.empty()) throw Error("the name of the folder to write is empty");
  require_plain_name(fs::absolute(folder));
  if (!path_exists(folder)) return;
  if (!fs::is_directory(folder)) throw Error(folder + ": is a file; an export is a folder");
  if (fs::is_empty(folder)) return;
  if (existing == ExistingFile::refused)
    throw Error(folder + ": is there already: --overwrite replaces it");
  if (const std::string other = other_file(folder); !other.empty())
    throw Error(folder + ": is not replaced, since it has what is no export in it: " + other);
}

ExportPlace::ExportPlace(const std::string& folder, ExistingFile existing)
    : folder_(folder), made_(!path_exists(folder)) {
  require(folder, existing);
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) throw Error(folder + ": cannot be made: " + error.message());
  replaced_ = std::make_unique<ReplacedFolder>(folder);
  lock_ = std::make_unique<FolderLock>(replaced_->path());
}

ExportPlace::~ExportPlace() {
  std::error_code ignored;
  if (made_ && !kept_) fs::remove(folder_, ignored);
}

void ExportPlace::keep() {
  replaced_->take_the_place();
  kept_ = true;
}

}  // namespace facet
