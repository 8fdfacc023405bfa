#include "framework/metrics/decoding.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include "facet/unit_length.h"
#include "framework/metrics/decoders.h"

namespace facet {

namespace {

struct Part {
  at::Tensor x, y;
};

/// The rows of embedding and label that are both known.
Part part_of(const at::Tensor& embedding, const Label& label, const at::Tensor& rows) {
  const Part all{embedding.index_select(0, rows), label.values.index_select(0, rows)};
  at::Tensor known = all.x.isfinite().all(1);
  if (label.kind == LabelKind::continuous) known = known.logical_and(all.y.isfinite().all(1));
  const at::Tensor kept = known.nonzero().flatten();
  return {all.x.index_select(0, kept), all.y.index_select(0, kept)};
}

/// There is something to fit and to judge; of classes, at least one that was there to be learned.
bool can_be_decoded(const at::Tensor& fitted, const at::Tensor& judged) {
  if (fitted.size(0) == 0 || judged.size(0) == 0) return false;
  return fitted.is_floating_point() || at::isin(judged, fitted).any().item<bool>();
}

/// numpy's median: the mean of the two middle ones of an even number.
double middle(const at::Tensor& values) {
  const at::Tensor sorted = std::get<0>(values.sort());
  const std::int64_t n = sorted.size(0);
  return (sorted[(n - 1) / 2] + sorted[n / 2]).item<double>() / 2;
}

struct Decoder {
  const char* name;
  at::Tensor (*decode)(const Part& fitted, const at::Tensor& x);
};

constexpr Decoder decoders[] = {
    {"knn", [](const Part& fitted,
               const at::Tensor& x) { return decode_by_neighbours(fitted.x, fitted.y, x); }},
    {"linear", [](const Part& fitted,
                  const at::Tensor& x) { return decode_linearly(fitted.x, fitted.y, x); }},
    {"linear-cosine", [](const Part& fitted, const at::Tensor& x) {
       return decode_linearly(unit_length(fitted.x, 1), fitted.y, unit_length(x, 1));
     }}};

DecodingScore score_of(const std::string& decoder, const at::Tensor& predicted,
                       const at::Tensor& actual) {
  DecodingScore score;
  score.decoder = decoder;
  if (!actual.is_floating_point()) {
    score.accuracy = accuracy(predicted, actual);
    return score;
  }
  const at::Tensor errors = predicted - actual;
  score.r2 = decoder == "knn" ? pooled_r2(predicted, actual) : mean_r2(predicted, actual);
  score.r2_first = pooled_r2(predicted.narrow(1, 0, 1), actual.narrow(1, 0, 1));
  score.median_error_first = middle(errors.select(1, 0).abs());
  score.median_distance = middle(errors.square().sum(1).sqrt());
  return score;
}

}  // namespace

std::vector<DecodingScore> decode_facets(const at::Tensor& embedding,
                                         const std::vector<FeatureRange>& facets,
                                         const Labels& labels, const at::Tensor& train,
                                         const at::Tensor& test) {
  std::vector<DecodingScore> scores;
  for (const FeatureRange& facet : facets) {
    const at::Tensor x = embedding.narrow(1, facet.begin, facet.size()).to(at::kDouble);
    for (const Label& label : labels.all()) {
      const Part fitted = part_of(x, label, train);
      const Part judged = part_of(x, label, test);
      if (!can_be_decoded(fitted.y, judged.y)) continue;
      for (const Decoder& decoder : decoders) {
        DecodingScore score = score_of(decoder.name, decoder.decode(fitted, judged.x), judged.y);
        score.facet = facet;
        score.label = label.name;
        scores.push_back(std::move(score));
      }
    }
  }
  return scores;
}

}  // namespace facet
