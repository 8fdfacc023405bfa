#pragma once

#include <functional>
#include <vector>

#include "facet/stateful.h"
#include "framework/conformance/trial_data.h"
#include "framework/conformance/tried.h"

namespace facet {

/// What comes of a use of a component: all tensors and numbers that it computed, gradients too.
using Results = std::vector<NamedTensor>;

/// Uses one component again and again, as the engine would in a step: a training step of a
/// criterion, a batch of a distribution. Converts what the component trains to the situation's
/// type.
using Use = std::function<Results(const Situation&)>;

/// A use of a new component, whatever its kind is.
Use new_use(const Tried& tried);

/// Makes one and uses it once.
Results use(const Tried& tried, const Situation& situation = {});

/// Those of the situations that the component does not refuse by an Error that names an option that
/// was given, such as weights for three columns.
std::vector<Situation> fitting(const Tried& tried, const std::vector<Situation>& situations);

/// Throws Error that names the first result that differs from that of the same name in more than
/// rounding: `tolerance`, relative to the largest number in it; 0: to the bit.
void require_same(const Results& got, const Results& expected, double tolerance,
                  const std::string& when);

}  // namespace facet
