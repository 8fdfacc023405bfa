#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace facet {

/// The folder of the plugins that came with Facet, found relative to libfacet_sdk, so that an
/// install can be moved.
std::string built_in_plugins();

/// What may be plugins in `folder`, by name. Throws Error, without the path, where it is no folder
/// or cannot be read.
std::vector<std::filesystem::path> libraries_in(const std::filesystem::path& folder);

}  // namespace facet
