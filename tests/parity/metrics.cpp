#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include "framework/metrics/consistency.h"
#include "framework/metrics/goodness_of_fit.h"
#include "framework/metrics/procrustes.h"
#include "parity/handlers.h"

namespace facet::parity {

namespace {

/// The inputs `<prefix>0`, `<prefix>1`, ...
std::vector<at::Tensor> numbered(const ReferenceCase& reference, const std::string& prefix) {
  std::vector<at::Tensor> inputs;
  while (reference.has_input(prefix + std::to_string(inputs.size())))
    inputs.push_back(reference.input(prefix + std::to_string(inputs.size())));
  return inputs;
}

/// The scores of all ordered pairs, row by row without the diagonal.
Arrays of_pairs(const at::Tensor& matrix) {
  const at::Tensor apart = at::eye(matrix.size(0), at::kBool).logical_not();
  return {{"scores", matrix.masked_select(apart)}, {"pairs", apart.nonzero()}};
}

at::Tensor optional_input(const ReferenceCase& reference, const std::string& name) {
  if (!reference.has_input(name)) return {};
  const at::Tensor& input = reference.input(name);
  return input.dim() == 1 ? input.unsqueeze(1) : input;
}

}  // namespace

Arrays metric_goodness_of_fit(const ReferenceCase& reference, Registry&) {
  const std::int64_t batch_size = reference.options.at("batch_size");
  const std::int64_t num_sessions = reference.options.value("num_sessions", std::int64_t{1});
  const at::Tensor info_nce = reference.input("infonce").to(at::kDouble).contiguous();
  const at::Tensor bits = at::empty_like(info_nce);
  for (std::int64_t i = 0; i < bits.numel(); ++i)
    bits.data_ptr<double>()[i] =
        goodness_of_fit(info_nce.data_ptr<double>()[i], batch_size * num_sessions);
  return {{"bits", bits}};
}

Arrays metric_consistency_runs(const ReferenceCase& reference, Registry&) {
  return of_pairs(consistency(numbered(reference, "embedding_")));
}

Arrays metric_consistency_datasets(const ReferenceCase& reference, Registry&) {
  const std::int64_t num_bins =
      reference.options.value("num_discretization_bins", std::int64_t{100});
  return of_pairs(consistency(
      align_by_label(numbered(reference, "embedding_"), numbered(reference, "labels_"), num_bins)));
}

Arrays metric_procrustes(const ReferenceCase& reference, Registry&) {
  const at::Tensor& data = reference.input("data");
  const at::Tensor transform =
      procrustes(reference.input("ref_data"), data, reference.options.at("top_k"),
                 optional_input(reference, "ref_label"), optional_input(reference, "label"));
  return {{"transform", transform}, {"aligned", at::mm(data.to(at::kDouble), transform)}};
}

Arrays metric_ensemble(const ReferenceCase& reference, Registry&) {
  return {{"joint", ensemble(numbered(reference, "embedding_"),
                             reference.options.value("post_norm", false))}};
}

}  // namespace facet::parity
