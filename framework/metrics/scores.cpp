#include "framework/metrics/scores.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/where.h>

namespace facet {

double pooled_r2(const at::Tensor& predicted, const at::Tensor& actual) {
  const at::Tensor errors = (predicted - actual).square().sum();
  const at::Tensor spread = (actual - actual.mean(0)).square().sum();
  return 1 - (errors / spread).item<double>();
}

at::Tensor column_r2(const at::Tensor& predicted, const at::Tensor& actual) {
  const at::Tensor errors = (predicted - actual).square().sum(0);
  const at::Tensor spread = (actual - actual.mean(0)).square().sum(0);
  return at::where(spread.eq(0), errors.eq(0).to(at::kDouble), 1 - errors / spread);
}

double mean_r2(const at::Tensor& predicted, const at::Tensor& actual) {
  return column_r2(predicted, actual).mean().item<double>();
}

double accuracy(const at::Tensor& predicted, const at::Tensor& actual) {
  return predicted.eq(actual).to(at::kDouble).mean().item<double>();
}

double median_of(const at::Tensor& values) {
  const at::Tensor sorted = std::get<0>(values.sort());
  const std::int64_t n = sorted.size(0);
  return (sorted[(n - 1) / 2] + sorted[n / 2]).item<double>() / 2;
}

}  // namespace facet
