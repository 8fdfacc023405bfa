#include "framework/shipping/install_pack.h"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>

#include "facet/text.h"
#include "framework/files/files.h"
#include "framework/packs/built_place.h"
#include "framework/packs/host_requirements.h"
#include "framework/packs/install_record.h"
#include "framework/packs/pack_store.h"
#include "framework/plugin_loader/plugin_checks.h"
#include "framework/shipping/build_sources.h"
#include "framework/shipping/copy_pack.h"
#include "framework/shipping/install_rules.h"
#include "framework/shipping/store_changes.h"

namespace facet {

namespace {

namespace fs = std::filesystem;

/// A copy in the work folder, every file of which is checked: what is installed is what was
/// checked.
CheckedPack checked_copy(const std::string& path, const StoreChanges& store) {
  if (!path_exists(path)) throw Error(path + ": there is no such pack");
  const std::string copy = store.work_folder() + "/pack";
  fs::create_directory(copy);
  fs::permissions(copy, fs::perms(0755));
  copy_pack(path, copy);
  const CheckedPack checked = check_pack(copy, path);
  check_all_files(checked, path);
  return checked;
}

/// What is installed as this version is the same, nothing of it is damaged, and what fits this host
/// would be used.
bool is_there(const CheckedPack& pack, const std::vector<UnfitPlugin>& unfit) {
  try {
    const auto there =
        std::make_shared<const CheckedPack>(check_pack(place_in_store(pack.pack), ""));
    check_all_files(*there, "");
    for (const std::string& plugin : there->pack.plugins) {
      const bool fits = std::none_of(unfit.begin(), unfit.end(), [&](const UnfitPlugin& other) {
        return other.name == plugin;
      });
      if (fits) inspect_plugin(there->folder + "/" + there->pack.file_of(plugin), there);
    }
    return there->seal == pack.seal && there->signer.key == pack.signer.key;
  } catch (const Error&) {
    return false;
  }
}

void require_same_or_allowed(const CheckedPack& pack, const InstallOptions& options,
                             const std::string& shown) {
  const std::string sums = place_in_store(pack.pack) + "/" + checksums_file;
  if (options.replace || !path_exists(sums)) return;
  if (read_text(sums) != read_text(pack.folder + "/" + checksums_file))
    throw Error(shown + ": is version " + pack.pack.version +
                ", which is installed with other files: give it another version, or --replace");
}

/// An upgrade that was made already may be made again.
void require_upgrade(const Pack& pack, const std::string& shown) {
  const std::vector<StoredPack> there = stored_versions(pack.name);
  const std::string what = shown + ": is " + pack.name + " " + pack.version + ", and ";
  if (there.empty()) throw Error(what + "no version of it is installed: facet pack install");
  if (there.back().version > Version(pack.version))
    throw Error(what + "what is installed is newer: " + there.back().version.text());
}

/// The pack, which lay in the work folder, as it lies in the store.
void lead_to_store(CheckedPack& pack) {
  pack.folder = place_in_store(pack.pack);
  if (!pack.built.checksums.empty())
    pack.built.folder = built_folder(pack.folder, pack.built.checksums);
}

/// As when it is used. Of the record nothing but what was built changes, so the pack must be signed
/// as it was then.
void require_still_allowed(const CheckedPack& copy, const std::string& place) {
  CheckedPack there = copy;
  there.folder = place;
  try {
    require_allowed(there, read_install_record(there));
    require_met(there.pack);
  } catch (const Error& error) {
    throw Error(place + ": " + error.what());
  }
}

std::string folder_to_build_in(const StoreChanges& store) {
  return store.work_folder() + "/built";
}

InstalledPack install(const std::string& path, const InstallOptions& options,
                      const BuildWatcher& watcher, StoreChanges& store,
                      void (*require_more)(const Pack&, const std::string&) = nullptr) {
  InstalledPack installed{checked_copy(path, store), false, {}};
  CheckedPack& pack = installed.checked;
  if (require_more) require_more(pack.pack, path);
  const std::string name = pack.pack.name, place = place_in_store(pack.pack);
  if (path_exists(pack_store() + "/" + name + "/" + pack_toml))
    throw Error(pack_store() + "/" + name +
                ": was installed by an older Facet: facet pack remove " + name);
  require_installable(pack, options, path);
  const std::vector<UnfitPlugin> unfit = unfit_plugins(pack.folder, pack.pack, path);
  require_same_or_allowed(pack, options, path);
  const bool has_same_files = is_there(pack, unfit);
  const auto built = has_same_files ? earlier_build(place, unfit) : std::nullopt;
  installed.was_there = built.has_value();
  if (built) {
    pack.built = *built;
    write_install_record(place, record_of(pack));  // what is allowed may have changed
  } else {
    build_sources(pack, unfit, folder_to_build_in(store), path, watcher);
    has_same_files ? store.put_built(pack) : store.put(pack);
  }
  lead_to_store(pack);
  return installed;
}

/// The versions of a pack that are there, the newest first. Throws Error where there is none of it.
std::vector<std::string> installed_versions(const std::string& name) {
  std::vector<std::string> names, versions;
  for (const auto& entry : fs::directory_iterator(pack_store()))
    if (entry.is_directory() && !entry.path().filename().string().starts_with("."))
      names.push_back(entry.path().filename());
  if (std::find(names.begin(), names.end(), name) == names.end())
    throw Error("no pack named '" + name + "' is installed in " + pack_store() +
                did_you_mean(name, names));
  for (const StoredPack& pack : stored_versions(name)) versions.push_back(pack.version.text());
  return versions;
}

void require_version(const std::string& name, const std::vector<std::string>& versions,
                     const std::string& version) {
  if (std::find(versions.begin(), versions.end(), version) == versions.end())
    throw Error("of the pack '" + name + "' there is no version " + version + ", but " +
                join(versions));
}

}  // namespace

InstalledPack install_pack(const std::string& path, const InstallOptions& options,
                           const BuildWatcher& watcher) {
  StoreChanges store;
  return install(path, options, watcher, store);
}

InstalledPack upgrade_pack(const std::string& path, const InstallOptions& options,
                           const BuildWatcher& watcher) {
  StoreChanges store;
  InstalledPack installed = install(path, options, watcher, store, require_upgrade);
  const Pack& pack = installed.checked.pack;
  for (const StoredPack& old : stored_versions(pack.name)) {
    if (old.version >= Version(pack.version)) continue;
    store.take_away(old.name, old.version.text());
    installed.removed.push_back(old.version.text());
  }
  return installed;
}

/// From a copy, as it was built when the pack was installed: what is wrong with what was built then
/// does not matter.
InstalledPack rebuild_pack(const std::string& name, const std::string& version,
                           const BuildWatcher& watcher) {
  StoreChanges store;
  const std::vector<std::string> versions = installed_versions(name);
  if (versions.empty()) throw Error("of the pack '" + name + "' no version is installed");
  if (!version.empty()) require_version(name, versions, version);
  const std::string place =
      pack_store() + "/" + name + "/" + (version.empty() ? versions[0] : version);
  InstalledPack rebuilt{checked_copy(place, store), false, {}};
  CheckedPack& pack = rebuilt.checked;
  require_still_allowed(pack, place);
  const std::vector<UnfitPlugin> unfit = unfit_plugins(pack.folder, pack.pack, place);
  rebuilt.was_there = unfit.empty();
  build_sources(pack, unfit, folder_to_build_in(store), place, watcher);
  store.put_built(pack);
  lead_to_store(pack);
  return rebuilt;
}

void remove_pack(const std::string& name, const std::string& version) {
  StoreChanges store;
  const std::vector<std::string> versions = installed_versions(name);
  if (version.empty() || versions == std::vector{version}) return store.take_away(name);
  require_version(name, versions, version);
  store.take_away(name, version);
}

}  // namespace facet
