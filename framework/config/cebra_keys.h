#pragma once

#include <string>

namespace facet {

/// What a parameter of CEBRA's is called in a config: `max_iterations` is `training.steps`. Empty
/// for what is none, or is called the same.
std::string key_of_cebra_parameter(const std::string& name);

}  // namespace facet
