#pragma once

#include <string>

#include "parity/reference_case.h"

namespace facet::parity {

/// The first difference between what was computed and what the case expects, beyond its tolerance:
/// `loss[0] got 1.5 want 1 tolerance 1e-05`. Empty when they agree.
std::string first_difference(const ReferenceCase& reference, const Arrays& got);

}  // namespace facet::parity
