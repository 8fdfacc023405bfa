#include "framework/plugin_loader/pack_store.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "framework/plugin_loader/plugin_checks.h"

namespace facet {

namespace {

namespace fs = std::filesystem;

/// A folder in the store that no one else sees: its name begins with a dot. Removed at the end.
class WorkFolder {
 public:
  explicit WorkFolder(const std::string& name)
      : path_(fs::path(pack_store()) / ("." + name + "." + std::to_string(::getpid()))) {
    fs::create_directories(path_.parent_path());
    fs::remove_all(path_);
  }
  ~WorkFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  WorkFolder(const WorkFolder&) = delete;
  WorkFolder& operator=(const WorkFolder&) = delete;

  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

/// The host refuses what others may write to, so a copy is protected whatever the umask says.
void protect(const fs::path& folder) {
  const fs::perms others = fs::perms::group_write | fs::perms::others_write;
  fs::permissions(folder, others, fs::perm_options::remove);
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    fs::permissions(entry.path(), others, fs::perm_options::remove);
}

void check_plugins(const Pack& pack, const fs::path& folder) {
  for (const std::string& plugin : pack.plugins) {
    try {
      inspect_plugin(folder / (plugin + ".so"));
    } catch (const Error& error) {
      throw Error("pack '" + pack.name + "': " + plugin + ".so would not be used: " + error.what());
    }
  }
}

/// Puts `fresh` where `place` is, in one step where the file system can exchange two folders.
void put_in_place(const fs::path& fresh, const fs::path& place, const std::string& name) {
  if (!fs::exists(place)) {
    fs::rename(fresh, place);
  } else if (::renameat2(AT_FDCWD, fresh.c_str(), AT_FDCWD, place.c_str(), RENAME_EXCHANGE) != 0) {
    const WorkFolder old(name + ".old");
    fs::rename(place, old.path());
    fs::rename(fresh, place);
  }
}

}  // namespace

std::string pack_store() {
  const auto variable = [](const char* name) -> std::string {
    const char* value = std::getenv(name);
    return value ? value : "";
  };
  if (const std::string own = variable("FACET_PACK_PATH"); !own.empty()) return own;
  if (const std::string data = variable("XDG_DATA_HOME"); !data.empty())
    return data + "/facet/packs";
  if (const std::string home = variable("HOME"); !home.empty())
    return home + "/.local/share/facet/packs";
  return "";
}

std::vector<std::string> pack_folders() {
  std::vector<std::string> folders;
  std::error_code missing;
  for (const auto& entry : fs::directory_iterator(pack_store(), missing)) {
    if (entry.is_directory() && !entry.path().filename().string().starts_with("."))
      folders.push_back(entry.path());
  }
  std::sort(folders.begin(), folders.end());
  return folders;
}

Pack install_pack(const std::string& folder) {
  const Pack pack = read_pack(folder);
  if (pack_store().empty())
    throw Error(
        "there is no place for packs: neither FACET_PACK_PATH, XDG_DATA_HOME nor HOME is "
        "set");
  try {
    const WorkFolder fresh(pack.name);
    fs::copy(folder, fresh.path(), fs::copy_options::recursive);
    protect(fresh.path());
    check_plugins(pack, fresh.path());
    put_in_place(fresh.path(), fs::path(pack_store()) / pack.name, pack.name);
  } catch (const fs::filesystem_error& error) {
    throw Error("pack '" + pack.name + "' cannot be installed: " + error.what());
  }
  return pack;
}

void remove_pack(const std::string& name) {
  std::vector<std::string> names;
  for (const std::string& folder : pack_folders()) names.push_back(fs::path(folder).filename());
  if (std::find(names.begin(), names.end(), name) == names.end())
    throw Error("no pack named '" + name + "' is installed in " + pack_store() +
                did_you_mean(name, names));
  try {
    const WorkFolder old(name);
    fs::rename(fs::path(pack_store()) / name, old.path());
  } catch (const fs::filesystem_error& error) {
    throw Error("pack '" + name + "' cannot be removed: " + error.what());
  }
}

}  // namespace facet
