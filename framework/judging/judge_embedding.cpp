#include "framework/judging/judge_embedding.h"

#include <ATen/ops/tensor.h>

#include "facet/bins.h"

namespace facet {

namespace {

at::Tensor bins_of(const std::vector<Segment>& segments) {
  return at::tensor(Bins(segments).all(), at::kLong);
}

}  // namespace

std::vector<FitAndJudge> rows_to_judge(std::int64_t num_rows, const Split& split,
                                       const CrossValidation& by) {
  if (by.folds > 0) return blocked_folds(num_rows, by.folds, by.gap);
  const bool held_out = !split.held_out.empty();
  return {{bins_of(split.training), bins_of(held_out ? split.held_out : split.training)}};
}

Figures judge_embedding(const at::Tensor& embedding, const Labels& labels, const Split& split,
                        const std::vector<FeatureRange>& facets, const CrossValidation& by) {
  return decode_facets(embedding, facets, labels, rows_to_judge(embedding.size(0), split, by));
}

}  // namespace facet
