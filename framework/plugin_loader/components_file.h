#pragma once

#include <string>
#include <vector>

#include "facet/registrar.h"

namespace facet {

/// NAME.components.json beside the plugin NAME.so: what the plugin offers, so that this is known
/// before any of its code runs.
void write_components_file(const std::string& path, const std::vector<ComponentEntry>& components);

/// What stands in the file beside `library`. Throws Error, without the path of `library`, when it
/// is missing or damaged, or has not the checksum that it should have, where there is one.
std::vector<ComponentInfo> read_components_file(const std::string& library,
                                                const std::string& wanted_checksum = "");

}  // namespace facet
