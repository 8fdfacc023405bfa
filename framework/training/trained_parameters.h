#pragma once

#include <memory>
#include <vector>

#include "facet/export.h"
#include "facet/model.h"
#include "framework/training/multi_criterions.h"

namespace facet {

/// The encoders of a run: one, or one for each session.
using Models = std::vector<std::shared_ptr<Model>>;

/// The tensors that training updates: the models' and the criterions' that require a gradient, in a
/// fixed order.
FACET_API std::vector<at::Tensor> trained_parameters(const Models& models,
                                                     const MultiCriterions& criterion);
FACET_API std::vector<at::Tensor> trained_parameters(const Model& model,
                                                     const MultiCriterions& criterion);

}  // namespace facet
