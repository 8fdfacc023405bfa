#include "framework/shipping/install_pack.h"

#include <algorithm>
#include <memory>
#include <optional>

#include "facet/error.h"
#include "framework/files/files.h"
#include "framework/packs/install_record.h"
#include "framework/packs/pack_store.h"
#include "framework/plugin_loader/plugin_checks.h"
#include "framework/shipping/build_sources.h"
#include "framework/shipping/install_rules.h"
#include "framework/shipping/store_changes.h"
#include "framework/shipping/work_copy.h"

namespace facet {

namespace {

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

InstalledPack install(const std::string& path, const InstallOptions& options,
                      const BuildWatcher& watcher, StoreChanges& store,
                      void (*require_more)(const Pack&, const std::string&) = nullptr) {
  InstalledPack installed{work_copy(path, store), false, {}};
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

}  // namespace facet
