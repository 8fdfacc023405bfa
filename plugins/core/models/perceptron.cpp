#include "perceptron.h"

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

}  // namespace facet
