#include "framework/metrics/principal_components.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include <algorithm>
#include <limits>

#include "facet/error.h"
#include "framework/data/windows.h"

namespace facet {

namespace {

constexpr std::int64_t rows_at_once = 1024;
constexpr std::int64_t largest_matrix = 4096;

/// Calls action(bins, windows) for a few of the bins after the other; windows: B x entries float64.
template <class Action>
void each_batch(const Recording& recording, const Offset& offset, const at::Tensor& bins,
                Action action) {
  for (const at::Tensor& some : bins.split(rows_at_once)) {
    const at::Tensor windows = gather_windows(recording.signals, some, offset);
    action(some, windows.reshape({some.size(0), -1}).to(at::kDouble));
  }
}

struct Axes {
  at::Tensor mean;        // entries
  at::Tensor components;  // entries x components, of unit length
};

/// The last columns of what eigh gives, the largest eigenvalue first.
at::Tensor leading(const at::Tensor& vectors, std::int64_t count) {
  return vectors.narrow(1, vectors.size(1) - count, count).flip(1);
}

Axes axes_from_covariance(const Recording& recording, const Offset& offset, const at::Tensor& bins,
                          std::int64_t count) {
  at::Tensor sum, products;
  each_batch(recording, offset, bins, [&](const at::Tensor&, const at::Tensor& x) {
    const at::Tensor square = at::mm(x.t(), x);
    sum = sum.defined() ? sum + x.sum(0) : x.sum(0);
    products = products.defined() ? products + square : square;
  });
  const auto n = static_cast<double>(bins.size(0));
  const at::Tensor mean = sum / n;
  const auto [values, vectors] = at::linalg_eigh(products / n - at::outer(mean, mean));
  return {mean, leading(vectors, count)};
}

/// The same from the products of windows with one another, which are fewer than entries.
Axes axes_from_products(const Recording& recording, const Offset& offset, const at::Tensor& bins,
                        std::int64_t count) {
  std::vector<at::Tensor> rows;
  each_batch(recording, offset, bins,
             [&](const at::Tensor&, const at::Tensor& x) { rows.push_back(x); });
  const at::Tensor windows = at::cat(rows);
  const at::Tensor mean = windows.mean(0), centred = windows - mean;
  const auto [values, vectors] = at::linalg_eigh(at::mm(centred, centred.t()));
  const at::Tensor axes = at::mm(centred.t(), leading(vectors, count));
  return {mean, axes / axes.norm(2, 0, true)};
}

at::Tensor evenly_spaced(const at::Tensor& bins, std::int64_t count) {
  if (bins.size(0) <= count) return bins;
  return bins.index_select(
      0, at::linspace(0, static_cast<double>(bins.size(0) - 1), count, at::kDouble)
             .round()
             .to(at::kLong));
}

}  // namespace

at::Tensor principal_components(const Recording& recording, const Offset& offset,
                                const at::Tensor& fit, std::int64_t num_components) {
  const at::Tensor all = at::tensor(Bins(recording.segments).fitting(offset).all(), at::kLong);
  const at::Tensor usable = fit.masked_select(at::isin(fit, all));
  if (usable.size(0) == 0) throw Error(recording.name + " has no full window to fit on");
  const std::int64_t entries = recording.num_channels() * offset.size();
  const std::int64_t count = std::min({num_components, entries, usable.size(0)});
  const Axes axes =
      entries <= largest_matrix
          ? axes_from_covariance(recording, offset, usable, count)
          : axes_from_products(recording, offset, evenly_spaced(usable, largest_matrix), count);
  const at::Tensor embedding =
      at::full({recording.num_bins(), count}, std::numeric_limits<float>::quiet_NaN(), at::kFloat);
  each_batch(recording, offset, all, [&](const at::Tensor& bins, const at::Tensor& x) {
    embedding.index_copy_(0, bins, at::mm(x - axes.mean, axes.components).to(at::kFloat));
  });
  return embedding;
}

}  // namespace facet
