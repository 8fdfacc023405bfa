#pragma once

#include <string>
#include <vector>

namespace facet {

/// Throws Error, that begins with `shown`, where the host would not use one of these plugins of the
/// pack in `folder`.
void require_usable_plugins(const std::string& folder, const std::vector<std::string>& plugins,
                            const std::string& shown);

}  // namespace facet
