#include "framework/metrics/neighbour_decoder.h"

#include <ATen/Parallel.h>
#include <ATen/TensorOperators.h>
#include <ATen/ops/empty.h>

#include <algorithm>
#include <map>

#include "facet/neighbours.h"
#include "facet/unit_length.h"
#include "framework/metrics/blocks.h"
#include "framework/metrics/scores.h"

namespace facet {

namespace {

/// The rows of `points` that are nearest to each query: queries x k.
at::Tensor nearest_rows(const at::Tensor& points, const at::Tensor& queries, std::int64_t k) {
  const NearestNeighbours neighbours(points);
  const at::Tensor rows = at::empty({queries.size(0), k}, at::kLong);
  const double* query = queries.data_ptr<double>();
  auto* found = rows.data_ptr<std::int64_t>();
  const std::int64_t d = queries.size(1);
  at::parallel_for(0, queries.size(0), 64, [&](std::int64_t begin, std::int64_t end) {
    for (std::int64_t i = begin; i < end; ++i) {
      const auto nearest = neighbours.nearest(
          std::span<const double>(query + i * d, static_cast<std::size_t>(d)), k);
      std::copy(nearest.begin(), nearest.end(), found + i * k);
    }
  });
  return rows;
}

std::int64_t most_frequent(const std::int64_t* classes, std::int64_t count) {
  std::map<std::int64_t, std::int64_t> votes;
  for (std::int64_t i = 0; i < count; ++i) ++votes[classes[i]];
  return std::max_element(votes.begin(), votes.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

/// labels: queries x k (x c), the nearest first.
at::Tensor joined(const at::Tensor& labels, std::int64_t k) {
  const at::Tensor nearest = labels.narrow(1, 0, k).contiguous();
  if (labels.is_floating_point()) return nearest.mean(1);
  const at::Tensor predicted = at::empty({nearest.size(0)}, at::kLong);
  for (std::int64_t i = 0; i < nearest.size(0); ++i)
    predicted.data_ptr<std::int64_t>()[i] =
        most_frequent(nearest.data_ptr<std::int64_t>() + i * k, k);
  return predicted;
}

}  // namespace

NeighbourDecoder::NeighbourDecoder(const at::Tensor& train_x, at::Tensor train_y, Metric metric)
    : train_y_(std::move(train_y)), metric_(metric) {
  train_x_ = scaled(train_x);
}

at::Tensor NeighbourDecoder::scaled(const at::Tensor& x) const {
  const at::Tensor precise = x.to(at::kDouble);
  return (metric_ == Metric::cosine ? unit_length(precise, 1) : precise).contiguous();
}

at::Tensor NeighbourDecoder::decode(const at::Tensor& x, std::int64_t k) const {
  return decode(x, std::vector<std::int64_t>{k})[0];
}

std::vector<at::Tensor> NeighbourDecoder::decode(const at::Tensor& x,
                                                 const std::vector<std::int64_t>& ks) const {
  const std::int64_t largest = std::min(*std::max_element(ks.begin(), ks.end()), train_x_.size(0));
  const at::Tensor rows = nearest_rows(train_x_, scaled(x), largest);
  std::vector<std::int64_t> sizes = {rows.size(0), largest};
  if (train_y_.dim() == 2) sizes.push_back(train_y_.size(1));
  const at::Tensor labels = train_y_.index_select(0, rows.flatten()).view(sizes);
  std::vector<at::Tensor> predicted;
  for (const std::int64_t k : ks) predicted.push_back(joined(labels, std::min(k, largest)));
  return predicted;
}

std::int64_t choose_neighbours(const at::Tensor& train_x, const at::Tensor& train_y,
                               Metric metric) {
  std::vector<std::int64_t> candidates;
  for (std::int64_t root = 1; root <= 10; ++root) candidates.push_back(root * root);
  const auto [fit, judge] = last_fifth(train_x.size(0));
  if (fit.size(0) == 0) return candidates[0];
  const NeighbourDecoder decoder(train_x.index_select(0, fit), train_y.index_select(0, fit),
                                 metric);
  const auto predicted = decoder.decode(train_x.index_select(0, judge), candidates);
  const at::Tensor actual = train_y.index_select(0, judge);
  std::vector<double> merits;
  for (const at::Tensor& one : predicted)
    merits.push_back(actual.is_floating_point() ? pooled_r2(one, actual) : accuracy(one, actual));
  return candidates[static_cast<std::size_t>(std::max_element(merits.begin(), merits.end()) -
                                             merits.begin())];
}

}  // namespace facet
