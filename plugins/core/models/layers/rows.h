#pragma once

#include <torch/nn/modules/container/sequential.h>

#include <cstdint>
#include <vector>

#include "convolution.h"

namespace facet {

// Rows of layers that several families have in common. A layer and its GELU in one pass take two
// places as in CEBRA, so that the parameters behind them have the same names.

Convolution convolution(std::int64_t in, std::int64_t out, std::int64_t kernel,
                        std::int64_t stride = 1);

/// Conv1d and GELU.
void add_convolution_gelu(torch::nn::Sequential& net, std::int64_t in, std::int64_t out,
                          std::int64_t kernel, std::int64_t stride = 1);

/// Linear and GELU for each of the hidden sizes, and Linear to the outputs.
void add_perceptron(torch::nn::Sequential& net, std::int64_t num_inputs,
                    const std::vector<std::int64_t>& hidden_sizes, std::int64_t num_output);

/// `num_skips` x Skip[Conv1d(kernel 3), GELU], and Conv1d(last_kernel) to the outputs.
void add_convolutions(torch::nn::Sequential& net, std::int64_t num_units, std::int64_t num_skips,
                      std::int64_t num_output, std::int64_t last_kernel);

}  // namespace facet
