#pragma once

#include <string>
#include <vector>

#include "framework/registry/registry.h"

namespace facet {

/// The components of the registry and what a config may say of each. Each line can be read by
/// itself; sorted. Texts for people are left out.
std::vector<std::string> component_options(const Registry& registry);

}  // namespace facet
