#include "framework/shipping/unfit_plugins.h"

#include "framework/files/files.h"
#include "framework/packs/pack_files.h"
#include "framework/plugin_loader/other_host.h"
#include "framework/plugin_loader/plugin_checks.h"
#include "framework/plugin_loader/torchscript_format.h"
#include "framework/shipping/whole_script.h"

namespace facet {

namespace {

/// Why it has to be built here; empty: it need not be. Throws Error where that would not help.
std::string why_unfit(const std::string& library, bool has_sources) {
  if (has_sources && !path_exists(library)) return "is not in the pack";
  try {
    inspect_plugin(library);
    return "";
  } catch (const BuiltForOtherHost& other) {
    if (!has_sources) throw;
    return other.mismatch();
  }
}

}  // namespace

std::vector<UnfitPlugin> unfit_plugins(const std::string& folder, const Pack& pack,
                                       const std::string& shown) {
  std::vector<UnfitPlugin> unfit;
  for (const std::string& plugin : pack.plugins) {
    const std::string name = pack.file_of(plugin), file = folder + "/" + name;
    try {
      if (pack.torchscript_of(plugin)) {
        require_torchscript(PluginFile(file));
        require_whole_script(file);
        continue;
      }
      const std::string why = why_unfit(file, !pack.sources_of(plugin).empty());
      if (!why.empty()) unfit.push_back({plugin, why});
    } catch (const Error& error) {
      throw Error(shown_in(shown, name + ": would not be used: " + error.what()));
    }
  }
  return unfit;
}

void require_usable_plugins(const std::string& folder, const Pack& pack, const std::string& shown) {
  for (const UnfitPlugin& plugin : unfit_plugins(folder, pack, shown))
    if (path_exists(folder + "/" + plugin.name + ".so"))
      throw Error(shown_in(shown, plugin.name + ".so: would not be used: " + plugin.why +
                                      ": build it again here, or leave it out, since the pack has "
                                      "its sources"));
}

}  // namespace facet
