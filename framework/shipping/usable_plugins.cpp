#include "framework/shipping/usable_plugins.h"

#include "facet/error.h"
#include "framework/packs/pack_files.h"
#include "framework/plugin_loader/plugin_checks.h"

namespace facet {

void require_usable_plugins(const std::string& folder, const std::vector<std::string>& plugins,
                            const std::string& shown) {
  for (const std::string& plugin : plugins) {
    try {
      inspect_plugin(folder + "/" + plugin + ".so");
    } catch (const Error& error) {
      throw Error(shown_in(shown, plugin + ".so: would not be used: " + error.what()));
    }
  }
}

}  // namespace facet
