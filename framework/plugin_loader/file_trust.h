#pragma once

#include <string>

namespace facet {

/// Why the file at `path` is not to be loaded: it or its folder belongs to neither root nor the
/// user, or others may write to it. Empty when it may be loaded.
std::string why_not_trusted(const std::string& path);

}  // namespace facet
