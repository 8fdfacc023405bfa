#pragma once

#include <string>
#include <vector>

#include "facet/registrar.h"

namespace facet {

/// The first difference between what a plugin registers and what was announced of it, in words:
/// `it registers the criterion 'B', which was not announced`. Empty where there is none; the order
/// does not matter.
std::string component_difference(const std::vector<ComponentInfo>& announced,
                                 const std::vector<ComponentEntry>& registered);

}  // namespace facet
