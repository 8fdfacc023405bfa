#pragma once

#include <string>
#include <vector>

#include "framework/packs/pack.h"

namespace facet {

/// A plugin of a pack that has to be built here before the host can use it. Plain data.
struct UnfitPlugin {
  std::string name;
  std::string why;  ///< continues `NAME.so: `
};

/// Those of the pack in `folder` whose library is not there, or was built for another host. Throws
/// Error, that begins with `shown`, where the host would not use one of the plugins for another
/// reason, or the pack has not the sources of one.
std::vector<UnfitPlugin> unfit_plugins(const std::string& folder, const Pack& pack,
                                       const std::string& shown);

/// Throws Error, that begins with `shown`, where the host would not use one of the pack's plugins.
/// A plugin that the pack has only the sources of is passed over.
void require_usable_plugins(const std::string& folder, const Pack& pack, const std::string& shown);

}  // namespace facet
