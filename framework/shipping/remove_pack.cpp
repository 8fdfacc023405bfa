#include "framework/shipping/remove_pack.h"

#include "framework/shipping/installed_versions.h"
#include "framework/shipping/store_changes.h"

namespace facet {

void remove_pack(const std::string& name, const std::string& version) {
  StoreChanges store;
  const std::vector<std::string> versions = installed_versions(name);
  if (version.empty() || versions == std::vector{version}) return store.take_away(name);
  require_version(name, versions, version);
  store.take_away(name, version);
}

}  // namespace facet
