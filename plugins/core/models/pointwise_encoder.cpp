#include "pointwise_encoder.h"

#include <torch/nn/modules/linear.h>

#include "layers.h"

namespace facet {

PointwiseEncoder::PointwiseEncoder(const Arguments& arguments,
                                   const std::vector<std::int64_t>& hidden_sizes,
                                   std::int64_t num_output, bool normalize)
    : Encoder(num_output, normalize) {
  net->push_back(flatten());
  std::int64_t width = arguments.num_neurons;
  for (const std::int64_t size : hidden_sizes) {
    net->push_back(torch::nn::Linear(width, size));
    net->push_back(gelu());
    width = size;
  }
  net->push_back(torch::nn::Linear(width, num_output));
  if (normalize) net->push_back(norm());
}

void Offset1Model::Options::describe(OptionsDescription<Options>& options) {
  options.add("num_units", &Options::num_units, "size of the hidden layers; the last has half")
      .at_least(2);
  options.add("num_output", &Options::num_output, "dimensions of the embedding").at_least(1);
  options.add("normalize", &Options::normalize, "whether the embedding has unit length");
}

Offset1Model::Offset1Model(const Options& options, const Arguments& arguments)
    : PointwiseEncoder(arguments, {options.num_units, options.num_units, options.num_units / 2},
                       options.num_output, options.normalize) {}

}  // namespace facet
