#pragma once

#include <functional>
#include <string>
#include <vector>

#include "facet/stateful.h"

namespace facet {

/// Throws Error that names the first of `leaves` (float64, with a gradient) of which the gradient
/// of `function` differs from its central differences, along directions drawn at random. The
/// function gives the same each time. One that takes float32 alone, where `may_round`, is known by
/// that its value is the same for inputs that are rounded so; then the differences are wider, and
/// less exact.
void require_gradients(const std::vector<NamedTensor>& leaves,
                       const std::function<at::Tensor()>& function, bool may_round = false);

}  // namespace facet
