#include "framework/viewer/facet_axes.h"

#include <ATen/TensorOperators.h>

#include <vector>

#include "framework/charts/principal_axes.h"
#include "framework/metrics/procrustes.h"

namespace facet {

namespace {

at::Tensor finite_rows(const at::Tensor& rows, const at::Tensor& where) {
  return rows.index_select(0, where.nonzero().squeeze(1)).to(at::kDouble);
}

std::vector<double> numbers(const at::Tensor& row) {
  const at::Tensor own = row.contiguous();
  return {own.data_ptr<double>(), own.data_ptr<double>() + own.numel()};
}

}  // namespace

nlohmann::json facet_axes(const at::Tensor& facet, const at::Tensor& reference) {
  at::Tensor finite = facet.isfinite().all(1);
  if (reference.defined()) finite = finite.logical_and(reference.isfinite().all(1));
  const at::Tensor own = finite_rows(facet, finite), mean = own.mean(0);
  at::Tensor axes;
  if (reference.defined()) {
    const at::Tensor other = finite_rows(reference, finite);
    axes = procrustes(other - other.mean(0), own - mean, 1).matmul(principal_axes(other));
  } else {
    axes = principal_axes(own);
  }
  nlohmann::json rows = nlohmann::json::array();
  for (const at::Tensor& axis : axes.t().unbind(0)) rows.push_back(numbers(axis));
  return {{"mean", numbers(mean)}, {"principal", rows}};
}

}  // namespace facet
