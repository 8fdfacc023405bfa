#include "framework/training/masked_model.h"

#include <ATen/TensorOperators.h>

#include "facet/error.h"

namespace facet {

MaskedModel::MaskedModel(std::shared_ptr<Model> module,
                         std::vector<std::shared_ptr<const Mask>> masks)
    : module_(register_module("module", std::move(module))), masks_(std::move(masks)) {
  if (!module_) throw Error("a solver needs each of its models, and was given null");
}

at::Tensor MaskedModel::forward(const at::Tensor& windows) {
  if (!is_training()) return module_->forward(windows);
  const auto drawn =
      static_cast<std::size_t>(random_.below(static_cast<std::int64_t>(masks_.size())));
  const at::Tensor keep =
      masks_[drawn]->keep({windows.size(0), windows.size(1), windows.size(2)}, random_);
  const at::Tensor hidden = windows * (1 - keep.to(windows.device()));
  return module_->forward(windows - hidden.detach());
}

std::vector<std::shared_ptr<Model>> masked(const std::vector<std::shared_ptr<Model>>& models,
                                           const std::vector<std::shared_ptr<const Mask>>& masks) {
  std::vector<std::shared_ptr<Model>> wrapped = models;
  if (!masks.empty())
    for (auto& model : wrapped) model = std::make_shared<MaskedModel>(model, masks);
  return wrapped;
}

}  // namespace facet
