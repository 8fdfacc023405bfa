#pragma once

#include <vector>

#include "facet/stateful.h"
#include "framework/training/solver.h"

namespace facet {

/// Names and tensors as bytes, the same ones for the same values.
std::vector<char> bytes_of(const std::vector<NamedTensor>& state);

/// Gives every rank the state of the first one, which alone reads the checkpoint.
void share_state(Solver& solver);

}  // namespace facet
