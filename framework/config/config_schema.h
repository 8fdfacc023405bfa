#pragma once

#include <string>

#include "facet/export.h"
#include "framework/registry/registry.h"

namespace facet {

/// A JSON Schema (draft 7) of a run's config, from the descriptions that check it, with every
/// component that `registry` knows. It accepts whatever a config may say; of what spans several
/// keys, and of the data, it knows nothing.
FACET_API std::string config_schema(const Registry& registry);

}  // namespace facet
