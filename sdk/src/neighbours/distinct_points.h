#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <span>
#include <vector>

namespace facet {

/// The distinct points, each with the rows that hold it. Labels repeat (an animal that rests), and
/// a search of distinct points meets each of them once, however often it occurs.
class DistinctPoints {
 public:
  /// n x d float64. Throws Error for another form, no point, or one that is not finite.
  explicit DistinctPoints(const at::Tensor& points);

  std::int64_t size() const { return static_cast<std::int64_t>(first_.size()) - 1; }
  std::int64_t num_dimensions() const { return values_.size(1); }
  std::int64_t num_rows() const { return static_cast<std::int64_t>(rows_.size()); }
  /// distinct points x d, in float32 where that holds them exactly, as it does most recordings'
  /// labels: a search of many columns takes the time of reading them. In float64 otherwise.
  const at::Tensor& values() const { return values_; }
  /// The rows that hold distinct point `i`, ascending.
  std::span<const std::int64_t> rows(std::int64_t i) const;

 private:
  std::vector<std::int64_t> rows_;   // ordered by the point they hold, then ascending
  std::vector<std::int64_t> first_;  // where in rows_ those of each distinct point begin
  at::Tensor values_;
};

}  // namespace facet
