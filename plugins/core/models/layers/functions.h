#pragma once

#include <torch/nn/modules/container/functional.h>

namespace facet {

// Layers without parameters; x is B x C x T, or B x C after flatten.

torch::nn::Functional gelu();  ///< x Phi(x), the erf form
torch::nn::Functional tanh();
torch::nn::Functional flatten();  ///< all dimensions but the first into one
torch::nn::Functional norm();     ///< unit length over the channels; zero stays zero
torch::nn::Functional squeeze();  ///< drops the time axis where it has one bin
torch::nn::Functional clamp(double lowest, double highest);

}  // namespace facet
