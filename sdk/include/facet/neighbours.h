#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <memory>

#include "facet/export.h"
#include "facet/random.h"

namespace facet {

/// Exact Euclidean nearest neighbours among fixed points, in double precision. Distances are
/// sqrt(sum_k (x_k - q_k)^2), summed in the order of columns: two are equal where these sums are.
///
/// In up to 12 dimensions by a k-d tree (nanoflann). Beyond, by lower bounds of the distances to
/// all points, from their products in single precision; only points whose bound is no larger than
/// the nearest distance found are looked at in double precision. Where the points lie near few of
/// the dimensions, the products are those of their coordinates along the leading principal axes and
/// of the lengths of what is left. How many axes is a function of the points; what is found does
/// not depend on it. Immutable after construction; safe to use from several threads, and parallel
/// in itself.
///
/// Queries are m x num_dimensions() float64, finite; Error otherwise.
class FACET_API NearestNeighbours {
 public:
  /// points: n x d float64, n > 0, finite; copied. Throws Error otherwise.
  explicit NearestNeighbours(const at::Tensor& points);
  ~NearestNeighbours();
  NearestNeighbours(NearestNeighbours&&) noexcept;
  NearestNeighbours& operator=(NearestNeighbours&&) noexcept;

  std::int64_t size() const;
  std::int64_t num_dimensions() const;
  /// The nearest row of each query: m int64. Ties go to the lowest row.
  at::Tensor nearest(const at::Tensor& queries) const;
  /// The k nearest rows, nearest first: m x k int64; k <= size(). Ties go to the lowest row.
  at::Tensor nearest(const at::Tensor& queries, std::int64_t k) const;
  /// The nearest row of each query; of those that tie, each equally likely: m int64.
  at::Tensor any_nearest(const at::Tensor& queries, Random& random) const;

 private:
  struct Index;

  at::Tensor checked(const at::Tensor& queries) const;

  std::unique_ptr<Index> index_;
};

}  // namespace facet
