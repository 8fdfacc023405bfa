#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "facet/export.h"

namespace facet {

/// Exact Euclidean nearest neighbours among fixed points, in double precision, by a k-d tree.
/// Ties go to the lowest row. Immutable after construction; safe to use from several threads.
class FACET_API NearestNeighbours {
 public:
  /// points: n x d float64, n > 0, finite; copied. Throws Error otherwise.
  explicit NearestNeighbours(const at::Tensor& points);
  ~NearestNeighbours();
  NearestNeighbours(NearestNeighbours&&) noexcept;
  NearestNeighbours& operator=(NearestNeighbours&&) noexcept;

  std::int64_t size() const;
  std::int64_t num_dimensions() const;
  /// The nearest row. `query` has num_dimensions() entries.
  std::int64_t nearest(std::span<const double> query) const;
  /// The k nearest rows, nearest first; k <= size().
  std::vector<std::int64_t> nearest(std::span<const double> query, std::int64_t k) const;

 private:
  struct Tree;
  std::unique_ptr<Tree> tree_;
};

}  // namespace facet
