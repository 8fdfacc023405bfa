#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <vector>

#include "facet/labels.h"

namespace facet {

/// How far embeddings agree up to a linear map: runs x runs float64, entry (i, j) the R2 (mean over
/// columns) of least squares with intercept from embedding i to embedding j; 1 on the diagonal.
///
/// embeddings: each n x d_i with the same n: row k of one belongs to row k of the others. Only
/// common_rows are compared. (Schneider, Lee, Mathis 2023)
at::Tensor consistency(const std::vector<at::Tensor>& embeddings);

/// The rows that are finite in all embeddings, each n' x d_i float64. Throws Error for embeddings
/// of different lengths or where no such row is left.
std::vector<at::Tensor> common_rows(const std::vector<at::Tensor>& embeddings);

/// The classes that labels have in common, ascending (int64), where all labels are discrete and
/// have together no more than num_bins classes; otherwise undefined. Throws Error where there is
/// but one or none.
at::Tensor common_classes(const std::vector<at::Tensor>& labels, std::int64_t num_bins);

/// Embeddings of different recordings, brought to common rows by a label: one row per bin of the
/// label. Edges are num_bins evenly spaced values from the smallest label to the largest; the bin
/// of a sample is the number of edges at or below it. For bins 1 to num_bins - 1: the mean of the
/// samples there (else of those at most one, else two bins away), brought to unit length.
///
/// Where there are common_classes, they are the bins: one row for each.
///
/// embeddings: each n_i x d_i; labels: each n_i. Samples that are not finite are left out. Returns
/// each (num_bins - 1) x d_i float64, for consistency() and procrustes(). Throws Error where a bin
/// has no sample near, or a class none; `called` says how its class is called.
std::vector<at::Tensor> align_by_label(const std::vector<at::Tensor>& embeddings,
                                       const std::vector<at::Tensor>& labels,
                                       std::int64_t num_bins = 100, const Label& called = {});

}  // namespace facet
