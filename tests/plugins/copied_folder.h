#pragma once

#include <filesystem>
#include <string>

#include "framework/files/files.h"
#include "temporary_folder.h"

namespace facet {

/// A copy of a folder, to be changed.
class CopiedFolder {
 public:
  explicit CopiedFolder(const std::string& folder) : path_(holds_.path() + "/copy") {
    std::filesystem::copy(folder, path_, std::filesystem::copy_options::recursive);
  }

  const std::string& path() const { return path_; }
  std::string file(const std::string& name) const { return path_ + "/" + name; }
  void write(const std::string& name, const std::string& text) const {
    write_text(file(name), text);
  }
  void remove(const std::string& name) const { std::filesystem::remove(file(name)); }

 private:
  TemporaryFolder holds_;
  std::string path_;
};

}  // namespace facet
