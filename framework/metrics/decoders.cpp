#include "framework/metrics/decoders.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include <algorithm>
#include <map>

#include "facet/neighbours.h"
#include "facet/unit_length.h"

namespace facet {

namespace {

at::Tensor with_intercept(const at::Tensor& x) {
  return at::cat({x.to(at::kDouble), at::ones({x.size(0), 1}, at::kDouble)}, 1);
}

/// The rows of train that are nearest to each row of test: test rows x k.
at::Tensor neighbour_rows(const at::Tensor& train_x, const at::Tensor& test_x, std::int64_t k) {
  const NearestNeighbours neighbours(unit_length(train_x.to(at::kDouble), 1));
  return neighbours.nearest(unit_length(test_x.to(at::kDouble), 1), k);
}

std::int64_t most_frequent(const std::int64_t* classes, std::int64_t count) {
  std::map<std::int64_t, std::int64_t> votes;
  for (std::int64_t i = 0; i < count; ++i) ++votes[classes[i]];
  return std::max_element(votes.begin(), votes.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

at::Tensor least_squares(const at::Tensor& train_x, const at::Tensor& train_y,
                         const at::Tensor& test_x) {
  const at::Tensor weights = at::linalg_pinv(with_intercept(train_x)).matmul(train_y);
  return with_intercept(test_x).matmul(weights);
}

}  // namespace

at::Tensor decode_by_neighbours(const at::Tensor& train_x, const at::Tensor& train_y,
                                const at::Tensor& test_x, std::int64_t k) {
  const at::Tensor rows = neighbour_rows(train_x, test_x, std::min(k, train_x.size(0)));
  const at::Tensor labels = train_y.index_select(0, rows.flatten());
  const std::int64_t count = rows.size(1);
  if (train_y.is_floating_point())
    return labels.view({rows.size(0), count, train_y.size(1)}).mean(1);
  const at::Tensor predicted = at::empty({rows.size(0)}, at::kLong);
  for (std::int64_t i = 0; i < rows.size(0); ++i)
    predicted.data_ptr<std::int64_t>()[i] =
        most_frequent(labels.data_ptr<std::int64_t>() + i * count, count);
  return predicted;
}

at::Tensor decode_linearly(const at::Tensor& train_x, const at::Tensor& train_y,
                           const at::Tensor& test_x) {
  if (train_y.is_floating_point()) return least_squares(train_x, train_y, test_x);
  const at::Tensor classes = std::get<0>(at::_unique(train_y));
  const at::Tensor indicators = train_y.unsqueeze(1).eq(classes.unsqueeze(0)).to(at::kDouble);
  return classes.index_select(0, least_squares(train_x, indicators, test_x).argmax(1));
}

double pooled_r2(const at::Tensor& predicted, const at::Tensor& actual) {
  const at::Tensor errors = (predicted - actual).square().sum();
  const at::Tensor spread = (actual - actual.mean(0)).square().sum();
  return 1 - (errors / spread).item<double>();
}

double mean_r2(const at::Tensor& predicted, const at::Tensor& actual) {
  const at::Tensor errors = (predicted - actual).square().sum(0);
  const at::Tensor spread = (actual - actual.mean(0)).square().sum(0);
  const at::Tensor met = errors.eq(0).to(at::kDouble);
  return at::where(spread.eq(0), met, 1 - errors / spread).mean().item<double>();
}

double accuracy(const at::Tensor& predicted, const at::Tensor& actual) {
  return predicted.eq(actual).to(at::kDouble).mean().item<double>();
}

}  // namespace facet
