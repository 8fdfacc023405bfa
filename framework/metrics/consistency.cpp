#include "framework/metrics/consistency.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include "facet/error.h"
#include "facet/unit_length.h"
#include "framework/metrics/linear_decoders.h"
#include "framework/metrics/scores.h"

namespace facet {

namespace {

void require_same_rows(const std::vector<at::Tensor>& embeddings) {
  for (const at::Tensor& embedding : embeddings)
    if (embedding.size(0) != embeddings[0].size(0))
      throw Error(
          "embeddings with " + std::to_string(embeddings[0].size(0)) + " and " +
          std::to_string(embedding.size(0)) +
          " rows have no rows in common: compare them where a label is alike (--label NAME)");
}

/// The mean embedding in each bin of the label, of unit length.
at::Tensor binned(const at::Tensor& embedding, const at::Tensor& bins, std::int64_t num_bins) {
  std::vector<at::Tensor> means;
  for (std::int64_t bin = 1; bin < num_bins; ++bin) {
    at::Tensor near;
    for (std::int64_t reach = 0; reach <= 2; ++reach) {
      near = (bins - bin).abs().le(reach).nonzero().flatten();
      if (near.size(0) > 0) break;
    }
    if (near.size(0) == 0)
      throw Error("no sample has its label in or near bin " + std::to_string(bin) + " of " +
                  std::to_string(num_bins) + ": use fewer bins (--num-bins)");
    means.push_back(embedding.index_select(0, near).mean(0));
  }
  return unit_length(at::stack(means), 1);
}

/// The mean embedding of each class, of unit length.
at::Tensor by_class(const at::Tensor& embedding, const at::Tensor& label, const at::Tensor& classes,
                    const Label& called) {
  std::vector<at::Tensor> means;
  for (std::int64_t i = 0; i < classes.numel(); ++i) {
    const at::Tensor own = label.eq(classes[i]).nonzero().flatten();
    if (own.numel() == 0)
      throw Error("class " + called.class_name(classes[i].item<std::int64_t>()) +
                  " of the label has no bin with a full window");
    means.push_back(embedding.index_select(0, own).mean(0));
  }
  return unit_length(at::stack(means), 1);
}

}  // namespace

std::vector<at::Tensor> common_rows(const std::vector<at::Tensor>& embeddings) {
  require_same_rows(embeddings);
  at::Tensor finite = at::ones({embeddings.at(0).size(0)}, at::kBool);
  for (const at::Tensor& embedding : embeddings)
    finite = finite.logical_and(embedding.isfinite().all(1));
  const at::Tensor kept = finite.nonzero().flatten();
  if (kept.size(0) == 0) throw Error("the embeddings have no row that is finite in all of them");
  std::vector<at::Tensor> rows;
  for (const at::Tensor& embedding : embeddings)
    rows.push_back(embedding.index_select(0, kept).to(at::kDouble));
  return rows;
}

at::Tensor consistency(const std::vector<at::Tensor>& embeddings) {
  const auto rows = common_rows(embeddings);
  const auto num_runs = static_cast<std::int64_t>(rows.size());
  const at::Tensor scores = at::eye(num_runs, at::kDouble);
  for (std::int64_t i = 0; i < num_runs; ++i) {
    for (std::int64_t j = 0; j < num_runs; ++j) {
      if (i == j) continue;
      const at::Tensor &from = rows[static_cast<std::size_t>(i)],
                       &to = rows[static_cast<std::size_t>(j)];
      scores[i][j] = mean_r2(fit_least_squares(from, to)(from), to);
    }
  }
  return scores;
}

at::Tensor common_classes(const std::vector<at::Tensor>& labels, std::int64_t num_bins) {
  at::Tensor common, all;
  for (const at::Tensor& label : labels) {
    if (label.is_floating_point()) return {};
    const at::Tensor own = std::get<0>(at::_unique(label, /*sorted=*/true));
    common = common.defined() ? common.masked_select(at::isin(common, own)) : own;
    all = all.defined() ? std::get<0>(at::_unique(at::cat({all, own}))) : own;
  }
  if (!all.defined() || all.numel() > num_bins) return {};
  if (common.numel() < 2)
    throw Error("the labels have " + std::to_string(common.numel()) +
                " classes in common, and at least 2 are compared");
  return common;
}

std::vector<at::Tensor> align_by_label(const std::vector<at::Tensor>& embeddings,
                                       const std::vector<at::Tensor>& labels, std::int64_t num_bins,
                                       const Label& called) {
  std::vector<at::Tensor> kept_embeddings, kept_labels;
  for (std::size_t i = 0; i < embeddings.size(); ++i) {
    const at::Tensor label = labels.at(i).to(at::kDouble);
    const at::Tensor known = embeddings[i].isfinite().all(1).logical_and(label.isfinite());
    const at::Tensor kept = known.nonzero().flatten();
    kept_embeddings.push_back(embeddings[i].index_select(0, kept).to(at::kDouble));
    kept_labels.push_back(label.index_select(0, kept));
  }
  if (const at::Tensor classes = common_classes(labels, num_bins); classes.defined()) {
    std::vector<at::Tensor> aligned;
    for (std::size_t i = 0; i < kept_embeddings.size(); ++i)
      aligned.push_back(by_class(kept_embeddings[i], kept_labels[i], classes, called));
    return aligned;
  }
  const at::Tensor all = at::cat(kept_labels);
  if (all.numel() == 0) throw Error("no label that the embeddings are compared by is finite");
  const at::Tensor edges =
      at::linspace(all.min().item<double>(), all.max().item<double>(), num_bins, at::kDouble);
  std::vector<at::Tensor> aligned;
  for (std::size_t i = 0; i < kept_embeddings.size(); ++i) {
    const at::Tensor bins =
        at::searchsorted(edges, kept_labels[i].contiguous(), /*out_int32=*/false, /*right=*/true);
    aligned.push_back(binned(kept_embeddings[i], bins, num_bins));
  }
  return aligned;
}

}  // namespace facet
