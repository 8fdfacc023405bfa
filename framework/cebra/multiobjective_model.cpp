#include "framework/cebra/multiobjective_model.h"

#include <mutex>

#include "facet/error.h"
#include "facet/unit_length.h"
#include "facet/warning.h"

namespace facet {

bool MultiobjectiveModel::Mode::is_valid(const std::string& mode) {
  return mode == OVERLAPPING || mode == SEPARATE;
}

MultiobjectiveModel::MultiobjectiveModel(std::shared_ptr<Model> module,
                                         std::vector<std::int64_t> dimensions, bool renormalize,
                                         const std::string& output_mode, bool append_last_dimension)
    : module_(register_module("module", std::move(module))), renormalize_(renormalize) {
  static std::once_flag told;
  std::call_once(
      told, [] { warn("MultiobjectiveModel is deprecated: use SubspaceMultiobjectiveModel"); });
  if (!Mode::is_valid(output_mode))
    throw Error("output_mode must be one of 'overlapping', 'separate', got '" + output_mode + "'");
  if (append_last_dimension) dimensions.push_back(num_output());
  if (dimensions.empty() || dimensions.back() != num_output())
    throw Error("dimensions must end with the model's " + std::to_string(num_output()) +
                " outputs (or append_last_dimension be set)");
  std::int64_t last = 0;
  for (const std::int64_t dimension : dimensions) {
    if (dimension <= last) throw Error("dimensions must be ascending and > 0");
    feature_ranges_.push_back({output_mode == Mode::SEPARATE ? last : 0, dimension});
    last = dimension;
  }
}

std::vector<at::Tensor> MultiobjectiveModel::outputs(const at::Tensor& windows) {
  const at::Tensor embedding = forward(windows);
  std::vector<at::Tensor> facets;
  for (const FeatureRange& range : feature_ranges_) {
    const at::Tensor facet = embedding.narrow(1, range.begin, range.size());
    facets.push_back(renormalize_ ? unit_length(facet, 1) : facet);
  }
  return facets;
}

}  // namespace facet
