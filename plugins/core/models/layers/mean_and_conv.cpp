#include "mean_and_conv.h"

#include <ATen/ops/cat.h>

#include "rows.h"

namespace facet {

MeanAndConvImpl::MeanAndConvImpl(std::int64_t in, std::int64_t out)
    : layer_(register_module("layer", convolution(in, out, 4, 2))) {}

at::Tensor MeanAndConvImpl::forward(const at::Tensor& x) {
  const at::Tensor convolved = layer_->forward(x);
  const at::Tensor halved = x.slice(2, 0, 2 * convolved.size(2), 2);
  return at::cat({convolved, halved}, 1);
}

/// Of an even number of bins, which it always has, since no encoder with it is convolutional.
std::vector<Layer> MeanAndConvImpl::described(const std::string& key) const {
  return {
      {.kind = LayerKind::concatenation,
       .branches = {facet::described(*layer_, key + ".layer"),
                    {{.kind = LayerKind::crop, .end = 2}, {.kind = LayerKind::every, .step = 2}}}}};
}

}  // namespace facet
