#include "framework/training/masked_model.h"

#include <ATen/TensorOperators.h>
#include <c10/core/ScalarType.h>

#include <array>

#include "facet/error.h"
#include "facet/shared_rows.h"
#include "facet/text.h"
#include "framework/calls/call.h"
#include "framework/training/finite_watch.h"

namespace facet {

namespace {

bool broadcasts(const at::Tensor& tensor, c10::IntArrayRef sizes) {
  const auto surplus = static_cast<std::int64_t>(sizes.size()) - tensor.dim();
  for (std::int64_t i = 0; i < tensor.dim(); ++i)
    if (surplus < 0 || (tensor.size(i) != 1 && tensor.size(i) != sizes[surplus + i])) return false;
  return true;
}

/// Of a batch whose windows several ranks share a mask is drawn for all of them: its random numbers
/// are those of one rank.
at::Tensor kept_of_all(const Mask& mask, const std::array<std::int64_t, 3>& sizes, Random& random) {
  return call(mask, "in keep()", [&] {
    const at::Tensor keep = mask.keep({sizes[0], sizes[1], sizes[2]}, random);
    if (!keep.defined()) throw BrokenPromise("what is kept is an undefined tensor");
    if (!keep.is_cpu() || keep.scalar_type() != at::kFloat)
      throw BrokenPromise("what is kept is " + std::string(c10::toString(keep.scalar_type())) +
                          " on " + keep.device().str() + ", promised is float32 on the CPU");
    if (!broadcasts(keep, sizes))
      throw BrokenPromise("what is kept is of shape " + shape_text(keep.sizes()) +
                          ", promised is one that broadcasts to " + shape_text(sizes));
    if (!facet::all_finite(keep))
      throw BrokenPromise("what is kept has values that are not finite");
    return keep;
  });
}

at::Tensor kept(const Mask& mask, const at::Tensor& windows, Random& random) {
  const SharedRows* shared = SharedRows::now();
  const std::int64_t begin = shared ? shared->begin() : 0;
  const std::int64_t total = shared ? shared->total() : windows.size(0);
  const SharedRows all(0, total);
  const at::Tensor keep = kept_of_all(mask, {total, windows.size(1), windows.size(2)}, random);
  const bool each_by_itself = keep.dim() == 3 && keep.size(0) > 1;
  return each_by_itself ? keep.narrow(0, begin, windows.size(0)) : keep;
}

}  // namespace

MaskedModel::MaskedModel(std::shared_ptr<Model> module,
                         std::vector<std::shared_ptr<const Mask>> masks)
    : module_(register_module("module", std::move(module))), masks_(std::move(masks)) {
  if (!module_) throw Error("a solver needs each of its models, and was given null");
  set_origin(module_->origin());
}

at::Tensor MaskedModel::forward(const at::Tensor& windows) {
  if (!is_training()) return module_->forward(windows);
  const auto drawn =
      static_cast<std::size_t>(random_.below(static_cast<std::int64_t>(masks_.size())));
  const at::Tensor keep = kept(*masks_[drawn], windows, random_);
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
