#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace facet {

/// The folder of the plugins that came with Facet, found relative to libfacet_sdk, so that an
/// install can be moved.
std::string built_in_plugins();

/// The files in `folder` that may be plugins, by name; none where the folder is missing.
std::vector<std::filesystem::path> libraries_in(const std::filesystem::path& folder);

}  // namespace facet
