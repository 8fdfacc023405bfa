#pragma once

#include <vector>

#include "facet/labels.h"
#include "framework/embedding/feature_ranges.h"
#include "framework/figures/figure.h"
#include "framework/metrics/blocks.h"

namespace facet {

/// How well every label is decoded from the columns x by every decoder that suits the label:
///
/// - `knn`: 25 neighbours by cosine; `knn-validated`: k chosen on the last fifth of the training
///   rows;
/// - `linear`: least squares (classes: on indicators); `linear-cosine`: the same on rows of unit
///   length, for facets that were trained by cosine similarity;
/// - continuous labels: `ridge` and `lasso`, alpha chosen by five contiguous folds of the training
///   rows; discrete ones: `logistic`, with an l1 penalty.
///
/// `x` is T x d; decoders are fitted on the rows `rows.fit` and judged on `rows.judge`. Rows in
/// which x or the label is not finite are left out, and so are labels of which there is nothing to
/// learn or to judge (see decodable_labels.h) and the clock of the bins (bin_time), which nobody
/// asked for. The figures are at `label`, `decoder`, and
///
/// - continuous labels: `r2` (of neighbours over all columns together, else the mean of the columns
///   that are not constant), `r2_first` (of the label's first column), `median_error_first` (of the
///   absolute error there) and `median_distance` (of the Euclidean error), both in the label's
///   unit;
/// - discrete labels: `accuracy`;
/// - `chosen`: the k or alpha that was chosen on a part of the training rows.
Figures decode(const at::Tensor& x, const Labels& labels, const FitAndJudge& rows);

/// The names of those by which decodings are told apart: `knn r2`.
std::vector<std::string> decoding_figures(LabelKind kind);

/// Cross-validation: means over the folds in which there is a figure.
Figures decode(const at::Tensor& x, const Labels& labels, const std::vector<FitAndJudge>& folds);

/// The same for each facet of an embedding, T x outputs: at `facet`, `label`, `decoder`.
Figures decode_facets(const at::Tensor& embedding, const std::vector<FeatureRange>& facets,
                      const Labels& labels, const std::vector<FitAndJudge>& folds);

}  // namespace facet
