#include "residual_perceptron.h"

#include <torch/nn/modules/linear.h>

#include "facet/plugin.h"
#include "layers/functions.h"
#include "layers/skip.h"

namespace facet {

ResidualPerceptron::ResidualPerceptron(const Options& options, const Arguments& arguments)
    : Encoder(options.num_output, options.normalize, {0, 1}) {
  const std::int64_t units = options.num_units;
  net->push_back(flatten());
  net->push_back(torch::nn::Linear(arguments.num_neurons, units));
  net->push_back(gelu());
  for (std::int64_t i = 0; i < options.num_skips; ++i) {
    torch::nn::Sequential inner(torch::nn::Linear(units, units));
    if (options.gelu_inside) inner->push_back(gelu());
    net->push_back(Skip(0, inner));
    if (!options.gelu_inside) net->push_back(gelu());
  }
  net->push_back(torch::nn::Linear(units, options.num_output));
  finish();
}

FACET_PLUGIN(registrar) {
  const std::string summary = "perceptron on single bins";
  ResidualPerceptron::Options residual;
  registrar.add<ResidualPerceptron>("offset1-model-v3", summary + ", two shortcuts", residual);
  residual.num_skips = 4;
  registrar.add<ResidualPerceptron>("offset1-model-v5", summary + ", four shortcuts", residual);
  residual.gelu_inside = true;
  registrar.add<ResidualPerceptron>("offset1-model-v4", summary + ", four shortcuts around GELUs",
                                    residual);
}

}  // namespace facet
