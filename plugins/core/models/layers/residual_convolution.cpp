#include "residual_convolution.h"

#include <torch/nn/modules/container/sequential.h>

namespace facet {

ResidualConvolutionImpl::ResidualConvolutionImpl(std::int64_t units)
    : layer_(torch::nn::Conv1dOptions(units, units, 3)) {
  register_module("module", torch::nn::Sequential(layer_));
}

std::vector<Layer> ResidualConvolutionImpl::described(const std::string& key) const {
  return {{.kind = LayerKind::sum,
           .branches = {{{.kind = LayerKind::crop, .begin = 1, .end = 1}},
                        layer_->described(key + ".module.0")}}};
}

}  // namespace facet
