#include "framework/shipping/install_rules.h"

#include <algorithm>

#include "facet/error.h"
#include "framework/files/files.h"
#include "framework/packs/host_requirements.h"
#include "framework/packs/pack_store.h"
#include "framework/packs/used_packs.h"
#include "framework/plugin_loader/plugin_folder.h"

namespace facet {

namespace {

constexpr const char* runs_say_so =
    " installs it nevertheless, and run.json of every run that uses it says so";

void require_signer(const PackSigner& signer, const InstallOptions& options) {
  if (signer.is_unsigned() && !options.allow_unsigned)
    throw Error("is not signed (" + signer.why_not + "): --allow-unsigned" + runs_say_so);
  if (signer.is_unknown() && !options.allow_unknown_signer)
    throw Error("is signed by the key " + signer.key + ", " + signer.why_not +
                "; --allow-unknown-signer" + runs_say_so);
}

/// Its library may have been built here. One that is damaged may be mended.
bool has_plugin(const StoredPack& stored, const std::string& plugin) {
  for (const char* ending : {".so", ".pt"})
    if (path_exists(stored.folder + "/" + plugin + ending)) return true;
  try {
    return path_exists(plugin_path(check_stored_pack(stored), plugin));
  } catch (const Error&) {
    return false;
  }
}

void require_own_name(const std::string& plugin, const std::string& pack) {
  const std::string hint = ": --allow-hiding installs it nevertheless";
  if (path_exists(built_in_plugins() + "/" + plugin + ".so"))
    throw Error("its plugin '" + plugin + "' would hide the one that came with Facet" + hint);
  for (const StoredPack& other : used_packs())
    if (other.name != pack && has_plugin(other, plugin))
      throw Error("its plugin '" + plugin + "' has the name of one of the pack " + other.name +
                  ", and one of them would hide the other" + hint);
}

/// 1.0 and 1.0.0 would lie in two folders.
void require_one_spelling(const Pack& pack) {
  for (const StoredPack& there : stored_versions(pack.name))
    if (there.version == Version(pack.version) && there.version.text() != pack.version)
      throw Error("is version " + pack.version + ", which is installed as " + there.version.text() +
                  ": remove that, or give it another version");
}

void require_newest(const Pack& pack) {
  const std::vector<StoredPack> there = stored_versions(pack.name);
  if (there.empty() || there[0].version <= Version(pack.version)) return;
  throw Error("is version " + pack.version + ", and " + there[0].version.text() +
              " is installed and stays the one that is used: --downgrade installs it beside that, "
              "for configs that require it");
}

}  // namespace

void require_installable(const CheckedPack& pack, const InstallOptions& options,
                         const std::string& shown) {
  try {
    require_signer(pack.signer, options);
    require_met(pack.pack);
    if (!options.allow_hiding)
      for (const std::string& plugin : pack.pack.plugins) require_own_name(plugin, pack.pack.name);
    require_one_spelling(pack.pack);
    if (!options.downgrade) require_newest(pack.pack);
  } catch (const Error& error) {
    throw Error(shown + ": " + error.what());
  }
}

}  // namespace facet
