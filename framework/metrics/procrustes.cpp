#include "framework/metrics/procrustes.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include <algorithm>

#include "facet/error.h"
#include "facet/neighbours.h"
#include "facet/unit_length.h"
#include "framework/metrics/consistency.h"

namespace facet {

namespace {

void require_shapes(const at::Tensor& reference, const at::Tensor& data, std::int64_t top_k,
                    const at::Tensor& reference_label, const at::Tensor& label) {
  if (reference.size(1) != data.size(1))
    throw Error("an embedding of " + std::to_string(data.size(1)) +
                " columns cannot be rotated onto one of " + std::to_string(reference.size(1)));
  if (reference_label.defined() != label.defined())
    throw Error("embeddings are aligned by the labels of both or of neither");
  if (!label.defined() && reference.size(0) != data.size(0))
    throw Error("embeddings of different lengths are aligned by labels");
  if (label.defined() &&
      (label.size(0) != data.size(0) || reference_label.size(0) != reference.size(0)))
    throw Error("labels that embeddings are aligned by must have a row for each of theirs");
  if (reference.size(0) < top_k)
    throw Error("the reference has fewer than " + std::to_string(top_k) + " rows");
}

at::Tensor row_numbers(std::int64_t n) {
  return at::arange(n, at::kDouble).unsqueeze(1);
}

/// For every row of `label` the rows of `reference_label` that are nearest, n * top_k.
at::Tensor nearest_references(const at::Tensor& reference_label, const at::Tensor& label,
                              std::int64_t top_k) {
  const NearestNeighbours neighbours(reference_label.to(at::kDouble).contiguous());
  const at::Tensor queries = label.to(at::kDouble).contiguous();
  const auto d = static_cast<std::size_t>(queries.size(1));
  std::vector<std::int64_t> rows;
  for (std::int64_t i = 0; i < queries.size(0); ++i) {
    const double* query = queries.data_ptr<double>() + i * queries.size(1);
    const auto nearest = neighbours.nearest(std::span<const double>(query, d), top_k);
    rows.insert(rows.end(), nearest.begin(), nearest.end());
  }
  return at::tensor(rows, at::kLong);
}

}  // namespace

at::Tensor procrustes(const at::Tensor& reference, const at::Tensor& data, std::int64_t top_k,
                      const at::Tensor& reference_label, const at::Tensor& label) {
  require_shapes(reference, data, top_k, reference_label, label);
  const bool by_row = !label.defined();
  const at::Tensor rows =
      nearest_references(by_row ? row_numbers(reference.size(0)) : reference_label,
                         by_row ? row_numbers(data.size(0)) : label, top_k);
  const at::Tensor x = data.to(at::kDouble).repeat_interleave(top_k, 0);
  const at::Tensor y = reference.to(at::kDouble).index_select(0, rows);
  const auto [u, s, vh] = at::linalg_svd(at::mm(x.t(), y), /*full_matrices=*/false);
  return at::mm(u, vh);
}

at::Tensor ensemble(const std::vector<at::Tensor>& embeddings, bool to_unit_length) {
  const at::Tensor& first = embeddings.at(0);
  at::Tensor sum = first.to(at::kDouble);
  for (std::size_t i = 1; i < embeddings.size(); ++i) {
    if (embeddings[i].sizes() != first.sizes())
      throw Error("embeddings that are averaged must have the same shape");
    const auto rows = common_rows({first, embeddings[i]});
    sum = sum + at::mm(embeddings[i].to(at::kDouble), procrustes(rows[0], rows[1]));
  }
  const at::Tensor mean = sum / static_cast<double>(embeddings.size());
  return to_unit_length ? unit_length(mean, 1) : mean;
}

}  // namespace facet
