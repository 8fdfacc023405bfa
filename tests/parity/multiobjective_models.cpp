#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include "framework/cebra/multiobjective_model.h"
#include "framework/cebra/subspace_models.h"
#include "framework/run_folder/model_file.h"
#include "parity/components.h"
#include "parity/handlers.h"

namespace facet::parity {

namespace {

std::vector<FeatureRange> to_ranges(const nlohmann::json& pairs) {
  std::vector<FeatureRange> ranges;
  for (const auto& pair : pairs) ranges.push_back({pair.at(0), pair.at(1)});
  return ranges;
}

at::Tensor to_tensor(const std::vector<FeatureRange>& ranges) {
  at::Tensor rows = at::empty({static_cast<std::int64_t>(ranges.size()), 2}, at::kLong);
  for (std::size_t i = 0; i < ranges.size(); ++i)
    rows[static_cast<std::int64_t>(i)].copy_(at::tensor({ranges[i].begin, ranges[i].end}));
  return rows;
}

/// The outputs of any of the wrappers, whose state the case gives, and their gradient.
template <class Wrapper>
Arrays outputs_of(const ReferenceCase& reference, Wrapper& wrapper) {
  copy_state(reference, "state.", model_state(wrapper));
  wrapper.eval();
  const at::Tensor x = leaf(reference.input("x"));
  const std::vector<at::Tensor> outputs = wrapper.outputs(x);

  Arrays got = {{"ranges", to_tensor(wrapper.feature_ranges())}};
  at::Tensor objective = at::zeros({});
  for (std::size_t i = 0; i < outputs.size(); ++i) {
    objective =
        objective + static_cast<double>(i + 1) * outputs[i].square().sum() + outputs[i].sum();
    got["output_" + std::to_string(i)] = outputs[i];
  }
  objective.backward();
  got["grad_x"] = grad_of(x);
  return got;
}

}  // namespace

Arrays multiobjective_model(const ReferenceCase& reference, Registry& registry) {
  const auto& options = reference.options;
  const auto encoder = create_model(registry, options.at("model"), options.at("model_options"));
  if (reference.name == "MultiobjectiveModel") {
    MultiobjectiveModel wrapper(encoder, options.at("dimensions"), options.at("renormalize"),
                                options.at("output_mode"), options.at("append_last_dimension"));
    return outputs_of(reference, wrapper);
  }
  const auto ranges = to_ranges(options.at("feature_ranges"));
  if (reference.name == "SubspaceMultiobjectiveConvolutionalModel") {
    SubspaceMultiobjectiveConvolutionalModel wrapper(encoder, ranges, options.at("renormalize"),
                                                     options.at("split_outputs"));
    return outputs_of(reference, wrapper);
  }
  if (reference.name != "SubspaceMultiobjectiveModel") throw NotYetSupported(reference.name);
  SubspaceMultiobjectiveModel wrapper(encoder, ranges, options.at("renormalize"),
                                      options.at("split_outputs"));
  return outputs_of(reference, wrapper);
}

Arrays renormalize_ranges(const ReferenceCase& reference, Registry&) {
  try {
    const auto ranges = facet::renormalize_ranges(to_ranges(reference.options.at("feature_ranges")),
                                                  reference.options.at("num_output"));
    return {{"valid", at::tensor(1)}, {"ranges", to_tensor(ranges)}};
  } catch (const Error&) {
    return {{"valid", at::tensor(0)}, {"ranges", to_tensor({})}};
  }
}

}  // namespace facet::parity
