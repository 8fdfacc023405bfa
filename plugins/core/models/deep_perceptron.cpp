#include "deep_perceptron.h"

#include <torch/nn/modules/linear.h>

#include <vector>

#include "facet/plugin.h"
#include "layers/functions.h"
#include "layers/skip_linear.h"

namespace facet {

DeepPerceptron::DeepPerceptron(const Options& options, const Arguments& arguments)
    : Encoder(options.num_output, options.normalize, {0, 1}) {
  const std::int64_t units = options.num_units;
  const auto layer = [&](std::int64_t in, std::int64_t out) {
    return options.residual ? torch::nn::AnyModule(SkipLinear(in, out))
                            : torch::nn::AnyModule(torch::nn::Linear(in, out));
  };
  const auto add = [&](torch::nn::AnyModule linear) {
    net->push_back(std::move(linear));
    net->push_back(gelu());
  };
  std::vector<torch::nn::AnyModule> inner;  // first: the order in which CEBRA makes them
  for (std::int64_t i = 0; i < options.num_inner; ++i) inner.push_back(layer(units, units));

  net->push_back(flatten());
  add(layer(arguments.num_neurons, units));
  for (const torch::nn::AnyModule& linear : inner) add(linear);
  add(layer(units, units / 2));
  net->push_back(torch::nn::Linear(units / 2, options.num_output));
  if (options.bounded) net->push_back(tanh());
  finish();
}

FACET_PLUGIN(registrar) {
  for (const bool residual : {false, true}) {
    for (const bool bounded : {false, true}) {
      for (std::int64_t num_inner = 1; num_inner <= 10; ++num_inner) {
        DeepPerceptron::Options preset;
        preset.normalize = false;
        preset.num_inner = num_inner;
        preset.residual = residual;
        preset.bounded = bounded;
        const std::string inner = std::to_string(num_inner);
        registrar.add<DeepPerceptron>(
            std::string("offset1-model-mse-") + (residual ? "resnet-" : "v2-") + inner + "layers" +
                (bounded ? "-tanh" : ""),
            std::string(residual ? "residual " : "") + "perceptron on single bins with " + inner +
                " inner layer" + (num_inner > 1 ? "s" : "") + " for Euclidean losses" +
                (bounded ? ", bounded by tanh" : ""),
            preset);
      }
    }
  }
}

}  // namespace facet
