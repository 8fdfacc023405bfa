#include "convolutional_encoder.h"

#include <torch/nn/modules/conv.h>

#include "layers.h"

namespace facet {

namespace {

torch::nn::Conv1d convolution(std::int64_t in, std::int64_t out, std::int64_t kernel) {
  return torch::nn::Conv1d(torch::nn::Conv1dOptions(in, out, kernel));
}

}  // namespace

void ConvolutionalEncoder::Options::describe(OptionsDescription<Options>& options) {
  options.add("num_units", &Options::num_units, "channels of the hidden layers").at_least(1);
  options.add("num_output", &Options::num_output, "dimensions of the embedding").at_least(1);
  options.add("normalize", &Options::normalize, "whether the embedding has unit length");
}

ConvolutionalEncoder::ConvolutionalEncoder(const Options& options, const Arguments& arguments)
    : Encoder(options.num_output, options.normalize) {
  const std::int64_t units = options.num_units;
  const std::int64_t window = 2 * options.num_skips + options.last_kernel + 1;
  offset_ = {window / 2, window - window / 2};

  net->push_back(convolution(arguments.num_neurons, units, 2));
  net->push_back(gelu());
  for (std::int64_t i = 0; i < options.num_skips; ++i)
    net->push_back(Skip(1, torch::nn::Sequential(convolution(units, units, 3), gelu())));
  net->push_back(convolution(units, options.num_output, options.last_kernel));
  if (options.normalize) net->push_back(norm());
  net->push_back(squeeze());
}

}  // namespace facet
