#include "apps/facet/plugin/pack_origin.h"

namespace facet {

std::string origin_of(const PluginInfo& plugin) {
  if (!plugin.pack) return "";
  const PackOrigin& pack = *plugin.pack;
  const std::string signer = pack.key.empty()      ? "unsigned"
                             : pack.signer.empty() ? "by an unknown signer"
                                                   : "signed by " + pack.signer;
  return pack.name + " " + pack.version + ", " + signer + (pack.built_here ? ", built here" : "") +
         (plugin.path.ends_with(".pt") ? ", TorchScript (deprecated by libtorch)" : "");
}

}  // namespace facet
