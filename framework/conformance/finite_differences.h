#pragma once

#include <functional>
#include <string>
#include <vector>

#include "facet/stateful.h"

namespace facet {

/// Throws Error that names the first of `leaves` (float64, with a gradient) of which the gradient
/// of `function` differs from its central differences, along directions drawn at random. The
/// function gives the same each time.
void require_gradients(const std::vector<NamedTensor>& leaves,
                       const std::function<at::Tensor()>& function);

}  // namespace facet
