#include "offset1_mse_model.h"

#include "facet/plugin.h"
#include "facet/warning.h"
#include "layers/functions.h"
#include "layers/rows.h"

namespace facet {

namespace {

std::vector<std::int64_t> hidden_sizes(const Offset1MseModel::Options& options) {
  if (!options.hidden_units.empty()) return options.hidden_units;
  return {30 * options.num_output, 30 * options.num_output, 10 * options.num_output};
}

}  // namespace

void Offset1MseModel::Options::describe(OptionsDescription<Options>& options) {
  options
      .add("hidden_units", &Options::hidden_units,
           "sizes of the three hidden layers; empty: 30, 30 and 10 times num_output")
      .at_least(1)
      .at_most(most_units);
  options.add("num_units", &Options::num_units, "does not apply: hidden_units sets the sizes")
      .at_least(1)
      .at_most(most_units);
  options.add("num_output", &Options::num_output, num_output_doc)
      .at_least(1)
      .at_most(most_units / 10);
  options.add("normalize", &Options::normalize, normalize_doc);
}

void Offset1MseModel::Options::validate(Problems& problems, const std::string& key) const {
  if (!hidden_units.empty() && hidden_units.size() != 3)
    problems.add({}, join_key(key, "hidden_units"),
                 "must have three sizes, got " + std::to_string(hidden_units.size()));
}

Offset1MseModel::Offset1MseModel(const Options& options, const Arguments& arguments)
    : Encoder(options.num_output, options.normalize, {0, 1}) {
  if (options.num_units)
    warn(
        "num_units does not apply to the offset1-model-mse family, whose hidden layers have 30, "
        "30 and 10 times num_output units: hidden_units = [a, b, c] sets them");
  net->push_back(flatten());
  add_perceptron(net, arguments.num_neurons, hidden_sizes(options), options.num_output);
  if (options.bounding == Bounding::tanh) net->push_back(tanh());
  finish();
  if (options.bounding == Bounding::clip) net->push_back(clamp(options.lowest, options.highest));
}

FACET_PLUGIN(registrar) {
  const std::string name = "offset1-model-mse";
  const std::string summary = "perceptron on single bins for Euclidean losses";
  registrar.add<Offset1MseModel>(name, summary);
  registrar.add<Offset1MseModel>(name + "-tanh", summary + ", bounded by tanh",
                                 {.bounding = Bounding::tanh});
  for (const int lowest : {1, 5, 10, 15, 20, 25, 50, 100, 1000}) {
    for (const int highest : {1, 5, 10, 15, 20, 25, 50, 100, 1000}) {
      const std::string bounds = std::to_string(lowest) + "-" + std::to_string(highest);
      registrar.add<Offset1MseModel>(name + "-clip-" + bounds,
                                     summary + ", clipped to [-" + std::to_string(lowest) + ", " +
                                         std::to_string(highest) + "]",
                                     {.bounding = Bounding::clip,
                                      .lowest = -static_cast<double>(lowest),
                                      .highest = static_cast<double>(highest)});
    }
  }
}

}  // namespace facet
