#pragma once

#include <map>
#include <string>

#include "framework/registry/registry.h"

namespace facet {

/// docs/reference/configuration.md: every key of a run's config, from the descriptions that check
/// it; defaults that are components by the names that `registry` knows.
std::string configuration_reference(const Registry& registry);

/// docs/reference/components.md: every component that `registry` knows, from what its plugin says
/// of it.
std::string components_reference(const Registry& registry);

/// All files that are generated from the code, by their paths in the source folder: these pages,
/// those of the manual, and what the launcher answers.
std::map<std::string, std::string> generated_files(const Registry& registry);

}  // namespace facet
