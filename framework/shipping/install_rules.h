#pragma once

#include <string>

#include "framework/packs/checked_pack.h"
#include "framework/shipping/install_options.h"

namespace facet {

/// Throws Error, that begins with `shown` and says what would allow it, where a pack is not to be
/// installed: nobody in the user's list signed it; it requires what is not here; it has a plugin of
/// a name that a built-in one or one of another pack has; a newer version is installed.
void require_installable(const CheckedPack& pack, const InstallOptions& options,
                         const std::string& shown);

}  // namespace facet
