#include "framework/judging/rows_to_judge.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/tensor.h>

#include "facet/bins.h"
#include "facet/error.h"

namespace facet {

namespace {

at::Tensor bins_of(const std::vector<Segment>& segments) {
  return at::tensor(Bins(segments).all(), at::kLong);
}

void require_folds(std::int64_t folds, std::int64_t num_rows) {
  if (folds > num_rows / 2)
    throw Error("folds are " + std::to_string(folds) + ", but of " + std::to_string(num_rows) +
                " bins there can be at most " + std::to_string(num_rows / 2) +
                ": each judges two bins or more");
}

}  // namespace

std::vector<FitAndJudge> rows_to_judge(const Segment& rows, const Split& split,
                                       const CrossValidation& by) {
  if (by.folds > 0) {
    require_folds(by.folds, rows.end - rows.begin);
    std::vector<FitAndJudge> folds = blocked_folds(rows.end - rows.begin, by.folds, by.gap);
    for (FitAndJudge& fold : folds) fold = {fold.fit + rows.begin, fold.judge + rows.begin};
    return folds;
  }
  const bool held_out = !split.held_out.empty();
  return {{bins_of(split.training), bins_of(held_out ? split.held_out : split.training)}};
}

}  // namespace facet
