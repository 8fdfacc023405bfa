#include "skip_linear.h"

#include <ATen/ops/constant_pad_nd.h>

namespace facet {

SkipLinearImpl::SkipLinearImpl(std::int64_t in, std::int64_t out)
    : module_(register_module("module", torch::nn::Linear(in, out))) {}

at::Tensor SkipLinearImpl::forward(const at::Tensor& x) {
  const auto& sizes = module_->options;
  // A negative number of zeros cuts.
  const at::Tensor fitted =
      at::constant_pad_nd(x, {0, sizes.out_features() - sizes.in_features()}, 0);
  return fitted + module_->forward(x);
}

std::vector<Layer> SkipLinearImpl::described(const std::string& key) const {
  return {{.kind = LayerKind::sum,
           .branches = {{{.kind = LayerKind::fit, .end = module_->options.out_features()}},
                        facet::described(*module_, key + ".module")}}};
}

}  // namespace facet
