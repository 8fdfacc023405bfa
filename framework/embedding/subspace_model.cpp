#include "framework/embedding/subspace_model.h"

#include <ATen/ops/cat.h>

#include "facet/error.h"
#include "facet/unit_length.h"

namespace facet {

SubspaceModel::SubspaceModel(std::shared_ptr<Model> module,
                             std::vector<FeatureRange> feature_ranges, bool renormalize)
    : module_(register_module("module", std::move(module))),
      feature_ranges_(std::move(feature_ranges)) {
  if (!module_) throw Error("there is no model to divide into slices: it is null");
  if (feature_ranges_.empty()) throw Error("a multi-objective model needs a feature range");
  for (const FeatureRange& range : feature_ranges_) {
    if (range.size() <= 0) throw Error("the slice " + to_string(range) + " is empty");
    if (range.begin < 0 || range.end > num_output())
      throw Error("the slice " + to_string(range) + " goes beyond the model's " +
                  std::to_string(num_output()) + " outputs");
  }
  if (renormalize) parts_ = renormalize_ranges(feature_ranges_, num_output());
}

at::Tensor SubspaceModel::forward(const at::Tensor& windows) {
  const at::Tensor embedding = module_->forward(windows);
  if (parts_.empty()) return embedding;
  std::vector<at::Tensor> parts;
  for (const FeatureRange& part : parts_)
    parts.push_back(unit_length(embedding.narrow(1, part.begin, part.size()), 1));
  return at::cat(parts, 1);
}

}  // namespace facet
