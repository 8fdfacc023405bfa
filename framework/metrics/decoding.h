#pragma once

#include <optional>
#include <string>
#include <vector>

#include "facet/labels.h"
#include "framework/embedding/feature_ranges.h"

namespace facet {

/// How well one decoder reads one label from one facet. What does not apply is left out: scores of
/// continuous labels for discrete ones, and the other way round.
struct DecodingScore {
  FeatureRange facet;
  std::string label;
  std::string decoder;                       ///< `knn`, `linear` or `linear-cosine`
  std::optional<double> r2;                  ///< knn: over all columns; others: columns' mean
  std::optional<double> r2_first;            ///< of the label's first column
  std::optional<double> median_error_first;  ///< median |error| there, in the label's unit
  std::optional<double> median_distance;     ///< median Euclidean error, in the label's unit
  std::optional<double> accuracy;
};

/// Decodes every label from every facet by every decoder: `knn`, 25 neighbours by cosine; `linear`,
/// least squares; `linear-cosine`, the same on the facet's rows scaled to unit length, for facets
/// that were trained by cosine similarity. `embedding` is T x outputs; decoders are fitted on the
/// rows `train` and judged on the rows `test` (int64). Rows in which the facet or the label is not
/// finite are left out.
std::vector<DecodingScore> decode_facets(const at::Tensor& embedding,
                                         const std::vector<FeatureRange>& facets,
                                         const Labels& labels, const at::Tensor& train,
                                         const at::Tensor& test);

/// One line a score, aligned, with a header.
std::string to_table(const std::vector<DecodingScore>& scores);
/// A list of objects with the members of DecodingScore; what does not apply is left out.
std::string to_json(const std::vector<DecodingScore>& scores);

}  // namespace facet
