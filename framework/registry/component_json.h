#pragma once

#include <nlohmann/json_fwd.hpp>

#include "facet/registrar.h"

namespace facet {

/// What is known of a component, as it stands in NAME.components.json and as `facet components
/// --json` prints it. What has its usual value (no bound, no choices) is left out.
nlohmann::ordered_json component_to_json(const ComponentInfo& component);

/// The inverse. Throws Error or nlohmann's exception for what component_to_json does not write.
ComponentInfo component_from_json(const nlohmann::ordered_json& json);

/// A value of an option; nothing is null. JSON has no infinity: it becomes the text "inf".
nlohmann::ordered_json value_to_json(const Value& value);

}  // namespace facet
