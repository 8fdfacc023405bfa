#include "skip.h"

namespace facet {

SkipImpl::SkipImpl(std::int64_t crop, torch::nn::Sequential module)
    : crop_(crop), module_(register_module("module", std::move(module))) {}

at::Tensor SkipImpl::forward(const at::Tensor& x) {
  const at::Tensor cropped = crop_ > 0 ? x.slice(-1, crop_, -crop_) : x;
  return cropped + module_->forward(x);
}

std::vector<Layer> SkipImpl::described(const std::string& key) const {
  std::vector<Layer> shortcut;
  if (crop_ > 0) shortcut.push_back({.kind = LayerKind::crop, .begin = crop_, .end = crop_});
  return {{.kind = LayerKind::sum,
           .branches = {shortcut, facet::described(*module_, key + ".module")}}};
}

}  // namespace facet
