#pragma once

#include <ATen/core/Tensor.h>

#include <vector>

#include "distinct_points.h"
#include "point_groups.h"

namespace facet {

/// Lower bounds of the distances to all points, by a matrix product in single precision and in
/// fewer columns.
///
/// A point x is moved and scaled, y = scale (x - centre), so that all lie within [-1, 1], and
/// shortened to its coordinates along a few orthonormal axes V and the length of the rest:
/// z = (V' y, |y - V V' y|). Then |z(x) - z(q)| <= scale |x - q|, since the lengths of two vectors
/// differ by no more than the vectors do. Where few axes are not worth it z is y. The row of x is
/// (-2 z(x), a(x)) and that of q (z(q), 1): their product, plus b(q), bounds scale^2 |x - q|^2 from
/// below, where a and b are the squared lengths, made a little smaller.
///
/// How much smaller: let u = 2^-24, K the columns of a row and S = |z(x)|^2 + |z(q)|^2. A product
/// of rows, summed in whatever order, is wrong by at most K u / (1 - K u) times the sum of its
/// absolute terms, which is at most 2 S. Rounding z to float32 moves each point by at most u of its
/// length, and so changes a squared distance by at most 4.1 u S; rounding a(x) by u S. The errors
/// of double precision, about d 2^-53 S, are far below u S. All together are less than (2 K + 8) u
/// S.
class CoarsePoints {
 public:
  explicit CoarsePoints(const DistinctPoints& points);

  /// Of n rows.
  const PointGroups& groups() const { return groups_; }

  struct Queries {
    at::Tensor rows;            // m x K float32
    std::vector<double> added;  // m: b
  };
  /// queries: m x d float64.
  Queries rows_of(const at::Tensor& queries) const;

  /// The products of a query's row that leave open whether a point is within a squared distance:
  /// those up to this one.
  float limit(double squared_distance, double added) const;

 private:
  at::Tensor moved(const at::Tensor& points) const;
  at::Tensor shortened(const at::Tensor& points) const;
  at::Tensor shrunken_squares(const at::Tensor& shortened) const;

  at::Tensor centre_;
  double scale_ = 1;
  at::Tensor axes_;  // undefined: all columns
  PointGroups groups_;
};

}  // namespace facet
