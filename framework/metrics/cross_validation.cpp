#include <ATen/core/Tensor.h>

#include <algorithm>

#include "framework/metrics/decoding.h"

namespace facet {

namespace {

constexpr std::optional<double> DecodingScore::*figures[] = {&DecodingScore::r2,
                                                             &DecodingScore::r2_first,
                                                             &DecodingScore::median_error_first,
                                                             &DecodingScore::median_distance,
                                                             &DecodingScore::accuracy,
                                                             &DecodingScore::chosen};

struct Averaged {
  DecodingScore sum;
  int count = 0;
};

bool same_question(const DecodingScore& a, const DecodingScore& b) {
  return a.facet == b.facet && a.label == b.label && a.decoder == b.decoder;
}

void add(Averaged& to, const DecodingScore& score) {
  ++to.count;
  for (const auto figure : figures)
    if (score.*figure) *(to.sum.*figure) += *(score.*figure);
}

}  // namespace

std::vector<DecodingScore> decode_facets(const at::Tensor& embedding,
                                         const std::vector<FeatureRange>& facets,
                                         const Labels& labels,
                                         const std::vector<FitAndJudge>& folds) {
  std::vector<Averaged> averages;
  for (const FitAndJudge& fold : folds) {
    for (const DecodingScore& score : decode_facets(embedding, facets, labels, fold)) {
      const auto found = std::find_if(averages.begin(), averages.end(), [&](const Averaged& one) {
        return same_question(one.sum, score);
      });
      if (found == averages.end())
        averages.push_back({score, 1});
      else
        add(*found, score);
    }
  }
  std::vector<DecodingScore> scores;
  for (Averaged& one : averages) {
    for (const auto figure : figures)
      if (one.sum.*figure) *(one.sum.*figure) /= one.count;
    scores.push_back(one.sum);
  }
  return scores;
}

}  // namespace facet
