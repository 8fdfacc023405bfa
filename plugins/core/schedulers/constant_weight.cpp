#include "constant_weight.h"

#include "facet/error.h"
#include "facet/plugin.h"

namespace facet {

void ConstantWeight::Options::describe(OptionsDescription<Options>& options) {
  options.add("initial_weights", &Options::initial_weights,
              "one weight for each objective; not given: 1 for each; empty: switched off");
}

ConstantWeight::ConstantWeight(const Options& options, const Arguments& arguments)
    : weights_(options.initial_weights.value_or(
          std::vector<double>(static_cast<std::size_t>(arguments.num_objectives), 1.0))) {
  if (!weights_.empty() && static_cast<std::int64_t>(weights_.size()) != arguments.num_objectives)
    throw Error("initial_weights has " + std::to_string(weights_.size()) +
                " weights, but there are " + std::to_string(arguments.num_objectives) +
                " objectives");
}

std::optional<std::vector<double>> ConstantWeight::weights(std::int64_t) const {
  if (weights_.empty()) return std::nullopt;
  return weights_;
}

FACET_PLUGIN(registrar) {
  registrar.add_default<ConstantWeight>("constant-weight", "the same weights at every step");
}

}  // namespace facet
