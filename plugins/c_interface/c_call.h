#pragma once

#include <functional>

#include "facet/c_interface.h"

namespace facet {

/// Calls a function of a plugin of the C interface. Throws Error with what the function wrote where
/// it does not return 0.
void c_call(const std::function<int(facet_message*)>& function);

}  // namespace facet
