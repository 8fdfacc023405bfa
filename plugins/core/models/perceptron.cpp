#include "perceptron.h"

#include "facet/plugin.h"
#include "layers/functions.h"
#include "layers/rows.h"

namespace facet {

Perceptron::Perceptron(const Options& options, const Arguments& arguments)
    : Encoder(options.num_output, options.normalize, {0, 1}) {
  const std::int64_t units = options.num_units;
  net->push_back(flatten());
  add_perceptron(net, arguments.num_neurons, {units, units, options.halved ? units / 2 : units},
                 options.num_output);
  finish();
}

FACET_PLUGIN(registrar) {
  const std::string summary = "perceptron on single bins";
  Perceptron::Options preset;
  registrar.add_default<Perceptron>("offset1-model", summary, preset);
  preset.halved = false;
  registrar.add<Perceptron>("offset1-model-v2", summary + ", three hidden layers of one width",
                            preset);
}

}  // namespace facet
