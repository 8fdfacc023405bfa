#pragma once

#include <ATen/core/Tensor.h>

#include <algorithm>
#include <cstdint>
#include <vector>

namespace facet {

/// Rows of K float32 in groups of neighbours, laid out so that the products with all rows of a
/// group are vectors: four panels, each with the first columns of its 16 rows, then the second ...
class PointGroups {
 public:
  static constexpr std::int64_t size = 64;

  PointGroups() = default;
  /// n rows of zeros.
  PointGroups(std::int64_t n, std::int64_t columns);

  /// Copies rows, m x K float32, to those from `first` on, which begins a group.
  void set(std::int64_t first, const at::Tensor& rows);

  std::int64_t count() const { return (n_ + size - 1) / size; }
  std::int64_t first(std::int64_t group) const { return group * size; }
  std::int64_t end(std::int64_t group) const { return std::min(first(group) + size, n_); }

  /// A row's products with those of a group: `size` numbers, of which those beyond n mean nothing.
  void products(const float* row, std::int64_t group, float* to) const;
  /// The smallest of these products for each row and each group, at most the largest finite number:
  /// rows x groups.
  std::vector<float> lowest_products(const at::Tensor& rows) const;

 private:
  const float* values_of(std::int64_t group) const {
    return values_.data() + first(group) * columns_;
  }

  std::int64_t n_ = 0, columns_ = 0;
  std::vector<float> values_;
};

}  // namespace facet
