#pragma once

#include <vector>

#include "facet/error.h"
#include "framework/training/trained_parameters.h"

namespace facet {

/// Holds a model to an offset that has a window. Throws ComponentError.
void require_offset(const Model& model);

/// Adds a problem of `model` where there is nothing to train.
void check_parameters(const Models& models, Problems& problems);

/// Of models that have been called since `trained` was taken from them: adds a problem of `model`
/// where one has parameters now that it had not then, and that no optimizer knows.
void check_all_are_trained(const Models& models, const MultiCriterions& criterion,
                           const std::vector<at::Tensor>& trained, Problems& problems);

}  // namespace facet
