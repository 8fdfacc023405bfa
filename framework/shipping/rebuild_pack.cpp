#include "framework/shipping/rebuild_pack.h"

#include "facet/error.h"
#include "framework/packs/host_requirements.h"
#include "framework/packs/install_record.h"
#include "framework/packs/pack_store.h"
#include "framework/shipping/build_sources.h"
#include "framework/shipping/installed_versions.h"
#include "framework/shipping/store_changes.h"
#include "framework/shipping/work_copy.h"

namespace facet {

namespace {

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

}  // namespace

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
  InstalledPack rebuilt{work_copy(place, store), false, {}};
  CheckedPack& pack = rebuilt.checked;
  require_still_allowed(pack, place);
  const std::vector<UnfitPlugin> unfit = unfit_plugins(pack.folder, pack.pack, place);
  rebuilt.was_there = unfit.empty();
  build_sources(pack, unfit, folder_to_build_in(store), place, watcher);
  store.put_built(pack);
  lead_to_store(pack);
  return rebuilt;
}

}  // namespace facet
