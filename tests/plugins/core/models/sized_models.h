#pragma once

#include <memory>
#include <string>
#include <vector>

#include "facet/model.h"

namespace facet {

struct SizedModel {
  std::string name;  ///< qualified, core/offset10-model
  std::shared_ptr<Model> model;
};

/// Every model that a plugin registers and that sizes alone are enough for (those with options that
/// have to be given have tests of their own): few units, `num_output` columns of the embedding, and
/// two predicted ones where a model predicts labels. The parameters of each are drawn from the
/// seed, whatever is registered before it.
std::vector<SizedModel> sized_models(std::int64_t num_neurons, std::int64_t num_output,
                                     std::uint64_t seed = 1);

}  // namespace facet
