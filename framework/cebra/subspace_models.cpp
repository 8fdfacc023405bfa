#include "framework/cebra/subspace_models.h"

#include "facet/error.h"

namespace facet {

SubspaceMultiobjectiveModel::SubspaceMultiobjectiveModel(std::shared_ptr<Model> module,
                                                         std::vector<FeatureRange> feature_ranges,
                                                         bool renormalize, bool split_outputs)
    : SubspaceModel(std::move(module), std::move(feature_ranges), renormalize),
      split_outputs_(split_outputs) {}

std::vector<at::Tensor> SubspaceMultiobjectiveModel::outputs(const at::Tensor& windows) {
  const at::Tensor embedding = forward(windows);
  if (!split_outputs_) return {embedding};
  std::vector<at::Tensor> facets;
  for (const FeatureRange& range : feature_ranges())
    facets.push_back(embedding.narrow(1, range.begin, range.size()));
  return facets;
}

SubspaceMultiobjectiveConvolutionalModel::SubspaceMultiobjectiveConvolutionalModel(
    std::shared_ptr<Model> module, std::vector<FeatureRange> feature_ranges, bool renormalize,
    bool split_outputs)
    : SubspaceMultiobjectiveModel(std::move(module), std::move(feature_ranges), renormalize,
                                  split_outputs) {
  if (!convolutional()) throw Error("the model is not convolutional");
}

}  // namespace facet
