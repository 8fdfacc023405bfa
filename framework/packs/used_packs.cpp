#include "framework/packs/used_packs.h"

#include <algorithm>

#include "framework/packs/host_requirements.h"
#include "framework/packs/install_record.h"

namespace facet {

namespace {

bool meets(const StoredPack& pack, const std::vector<Requirement>& requirements) {
  return std::all_of(requirements.begin(), requirements.end(), [&](const Requirement& required) {
    return required.pack != pack.name || required.versions.hold_for(pack.version);
  });
}

void require_own_place(const StoredPack& stored, const Pack& pack) {
  if (pack.name != stored.name || pack.version != stored.version.text())
    throw Error(std::string(pack_toml) + ": is that of " + pack.name + " " + pack.version +
                ", not of " + stored.name + " " + stored.version.text());
}

}  // namespace

std::vector<StoredPack> used_packs(const std::vector<Requirement>& requirements) {
  std::vector<StoredPack> used;
  for (const StoredPack& pack : stored_packs()) {
    const bool has_newer = !used.empty() && used.back().name == pack.name;
    if (!has_newer && meets(pack, requirements)) used.push_back(pack);
  }
  return used;
}

CheckedPack check_stored_pack(const StoredPack& stored) {
  try {
    CheckedPack checked = check_pack(stored.folder, "");
    require_own_place(stored, checked.pack);
    const InstallRecord record = read_install_record(checked);
    require_allowed(checked, record);
    checked.built = built_files(stored.folder, record);
    require_libraries(checked);
    require_met(checked.pack);
    return checked;
  } catch (const Error& error) {
    throw Error(std::string(error.what()) + "; `facet pack remove " + stored.name + " " +
                stored.version.text() + "` takes it away");
  }
}

}  // namespace facet
