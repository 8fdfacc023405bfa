#pragma once

#include <optional>
#include <string>
#include <vector>

#include "facet/labels.h"
#include "framework/embedding/feature_ranges.h"
#include "framework/metrics/blocks.h"

namespace facet {

/// How well one decoder reads one label from one facet. What does not apply is left out: scores of
/// continuous labels for discrete ones, and the other way round.
struct DecodingScore {
  FeatureRange facet;
  std::string label;
  std::string decoder;
  std::optional<double> r2;                  ///< of neighbours over all columns; else columns' mean
  std::optional<double> r2_first;            ///< of the label's first column
  std::optional<double> median_error_first;  ///< median |error| there, in the label's unit
  std::optional<double> median_distance;     ///< median Euclidean error, in the label's unit
  std::optional<double> accuracy;
  std::optional<double> chosen;  ///< the k or alpha that was chosen on a part of the training rows

  /// R2 or accuracy, whichever there is.
  double merit() const { return r2 ? *r2 : accuracy.value(); }
};

/// Decodes every label from every facet by every decoder that suits the label:
///
/// - `knn`: 25 neighbours by cosine; `knn-validated`: k chosen on the last fifth of the training
///   rows;
/// - `linear`: least squares (classes: on indicators); `linear-cosine`: the same on the facet's
/// rows
///   scaled to unit length, for facets that were trained by cosine similarity;
/// - continuous labels: `ridge` and `lasso`, alpha chosen by five contiguous folds of the training
///   rows; discrete ones: `logistic`, with an l1 penalty.
///
/// `embedding` is T x outputs; decoders are fitted on the rows `rows.fit` and judged on
/// `rows.judge`. Rows in which the facet or the label is not finite are left out.
std::vector<DecodingScore> decode_facets(const at::Tensor& embedding,
                                         const std::vector<FeatureRange>& facets,
                                         const Labels& labels, const FitAndJudge& rows);

/// Cross-validation: the scores averaged over the folds in which there are any.
std::vector<DecodingScore> decode_facets(const at::Tensor& embedding,
                                         const std::vector<FeatureRange>& facets,
                                         const Labels& labels,
                                         const std::vector<FitAndJudge>& folds);

/// What the same labels are decoded with from something else than the embedding.
struct DecodingBaseline {
  std::string name;
  std::vector<DecodingScore> scores;  ///< with the facets in whose place they stand
};

/// One line per score, aligned, with a header; each baseline is a column with its R2 or accuracy.
std::string to_table(const std::vector<DecodingScore>& scores,
                     const std::vector<DecodingBaseline>& baselines = {});

}  // namespace facet
