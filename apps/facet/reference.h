#pragma once

#include <string>

#include "framework/registry/registry.h"

namespace facet {

/// docs/reference/configuration.md: every key of a run's config, from the descriptions that check
/// it.
std::string configuration_reference();

/// docs/reference/components.md: every component that `registry` knows, from what its plugin says
/// of it.
std::string components_reference(const Registry& registry);

}  // namespace facet
