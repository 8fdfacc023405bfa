#include "rows.h"

#include <torch/nn/modules/linear.h>

#include "linear_gelu.h"
#include "residual_convolution.h"

namespace facet {

Convolution convolution(std::int64_t in, std::int64_t out, std::int64_t kernel,
                        std::int64_t stride) {
  return Convolution(torch::nn::Conv1dOptions(in, out, kernel).stride(stride));
}

void add_convolution_gelu(torch::nn::Sequential& net, std::int64_t in, std::int64_t out,
                          std::int64_t kernel, std::int64_t stride) {
  net->push_back(ConvolutionGelu(torch::nn::Conv1dOptions(in, out, kernel).stride(stride)));
  net->push_back(torch::nn::Identity());
}

void add_perceptron(torch::nn::Sequential& net, std::int64_t num_inputs,
                    const std::vector<std::int64_t>& hidden_sizes, std::int64_t num_output) {
  std::int64_t width = num_inputs;
  for (const std::int64_t size : hidden_sizes) {
    net->push_back(LinearGelu(width, size));
    net->push_back(torch::nn::Identity());
    width = size;
  }
  net->push_back(torch::nn::Linear(width, num_output));
}

void add_convolutions(torch::nn::Sequential& net, std::int64_t num_units, std::int64_t num_skips,
                      std::int64_t num_output, std::int64_t last_kernel) {
  for (std::int64_t i = 0; i < num_skips; ++i) net->push_back(ResidualConvolution(num_units));
  net->push_back(convolution(num_units, num_output, last_kernel));
}

}  // namespace facet
