#include "framework/packs/pack_files.h"

#include <algorithm>
#include <filesystem>

#include "facet/error.h"
#include "framework/packs/pack_file_name.h"

namespace facet {

namespace {

namespace fs = std::filesystem;

/// The name of what is no folder.
std::string checked_name(const fs::directory_entry& entry, const std::string& folder) {
  const std::string name = entry.path().lexically_relative(folder);
  require_pack_file_name(name);
  if (entry.is_symlink()) throw Error(name + ": is a link, which a pack cannot have");
  if (!entry.is_regular_file())
    throw Error(name + ": is neither a file nor a folder, which is all that a pack can have");
  return name;
}

}  // namespace

std::vector<std::string> pack_files(const std::string& folder) {
  std::vector<std::string> names;
  try {
    for (const auto& entry : fs::recursive_directory_iterator(folder))
      if (!entry.is_directory() || entry.is_symlink())
        names.push_back(checked_name(entry, folder));
      else
        require_pack_file_name(entry.path().lexically_relative(folder));
  } catch (const fs::filesystem_error& error) {
    throw Error("its folder cannot be read: " + error.code().message());
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string shown_in(const std::string& folder, const std::string& name) {
  return folder.empty() ? name : folder + "/" + name;
}

}  // namespace facet
