#include "framework/embedding/subspace_model.h"

#include <ATen/ops/cat.h>

#include "facet/error.h"
#include "facet/unit_length.h"
#include "framework/calls/promises.h"

namespace facet {

SubspaceModel::SubspaceModel(std::shared_ptr<Model> module,
                             std::vector<FeatureRange> feature_ranges, bool renormalize)
    : module_(register_module("module", std::move(module))),
      feature_ranges_(std::move(feature_ranges)) {
  if (!module_) throw Error("there is no model to divide into slices: it is null");
  set_origin(module_->origin());
  promised_ = promised_by(*module_);
  if (feature_ranges_.empty()) throw Error("a multi-objective model needs a feature range");
  for (const FeatureRange& range : feature_ranges_) {
    if (range.size() <= 0) throw Error("the slice " + to_string(range) + " is empty");
    if (range.begin < 0 || range.end > num_output())
      throw Error("the slice " + to_string(range) + " goes beyond the model's " +
                  std::to_string(num_output()) + " outputs");
  }
  parameters_ = parameters();
  if (renormalize) parts_ = renormalize_ranges(feature_ranges_, num_output());
}

SubspaceModel::Promised SubspaceModel::promised_by(const Model& module) {
  return call(module, "in what it says of itself", [&] {
    return Promised{module.offset(), module.num_output(), module.convolutional(),
                    module.normalized()};
  });
}

at::Tensor SubspaceModel::encode(const at::Tensor& windows) {
  return call(*module_, "in forward()", [&] {
    const bool differentiable = learns();
    const Unwritten input({windows});
    const at::Tensor embedding = module_->forward(windows);
    const std::int64_t surplus = windows.size(2) - offset().size();
    std::vector<std::int64_t> promised = {windows.size(0), num_output()};
    if (surplus > 0) promised.push_back(surplus + 1);
    require_shape(embedding, promised, "the embedding");
    if (differentiable && !has_gradient_of_inputs(embedding))
      throw BrokenPromise(
          "the embedding has no gradient, promised is one that is differentiable in "
          "the parameters: is there a detach()?");
    require_type(embedding, windows, "the embedding");
    input.require();
    return embedding;
  });
}

bool SubspaceModel::learns() const {
  if (!at::GradMode::is_enabled()) return false;
  for (const at::Tensor& parameter : parameters_)
    if (parameter.requires_grad()) return true;
  return false;
}

at::Tensor SubspaceModel::forward(const at::Tensor& windows) {
  const at::Tensor embedding = encode(windows);
  if (parts_.empty()) return embedding;
  std::vector<at::Tensor> parts;
  for (const FeatureRange& part : parts_)
    parts.push_back(unit_length(embedding.narrow(1, part.begin, part.size()), 1));
  return at::cat(parts, 1);
}

}  // namespace facet
