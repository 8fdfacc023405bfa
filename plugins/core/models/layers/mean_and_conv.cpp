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

}  // namespace facet
