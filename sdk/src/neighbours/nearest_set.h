#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <utility>
#include <vector>

#include "distinct_points.h"

namespace facet {

/// What a search has found for one query so far: it is shown points with their squared distances,
/// and says which need not be shown any more. (Its methods are those that nanoflann asks for.)
class NearestSet {
 public:
  using DistanceType = double;

  virtual ~NearestSet() = default;
  virtual bool addPoint(double distance, std::size_t point) = 0;
  /// How many points are missing before worstDist() bounds anything; at least 1 otherwise.
  virtual std::size_t missing() const = 0;
  virtual bool full() const = 0;
  virtual bool empty() const = 0;
  virtual std::size_t size() const = 0;
  void sort() {}  // it always is
  /// Points that are farther away change nothing.
  double worstDist() const { return worst_; }

 protected:
  /// A little more than the farthest that is kept: nanoflann bounds the distance to a branch by
  /// sums that round differently from the distance to a point, and it skips ties.
  void keep_up_to(double farthest);

 private:
  double worst_ = std::numeric_limits<double>::max();
};

/// The k nearest rows in the order (distance, row).
class BestRows : public NearestSet {
 public:
  using Found = std::pair<double, std::int64_t>;

  /// Writes them to `room`, one for each of the k; `points` and `room` must outlive it.
  BestRows(const DistinctPoints& points, std::span<Found> room) : points_(points), room_(room) {}

  bool addPoint(double distance, std::size_t point) override;
  std::size_t missing() const override { return full() ? 1 : room_.size() - count_; }
  bool full() const override { return count_ == room_.size(); }
  bool empty() const override { return count_ == 0; }
  std::size_t size() const override { return count_; }

 private:
  const DistinctPoints& points_;
  std::span<Found> room_;
  std::size_t count_ = 0;
};

/// All points at the smallest distance.
class TiedPoints : public NearestSet {
 public:
  bool addPoint(double distance, std::size_t point) override;
  std::size_t missing() const override { return 1; }
  bool full() const override { return nearest_ >= 0; }
  bool empty() const override { return nearest_ < 0; }
  std::size_t size() const override { return full() ? 1 + others_.size() : 0; }

  /// Of the rows that hold these points the one at `place`, which lies in [0, 1).
  std::int64_t row_at(double place, const DistinctPoints& points);

 private:
  double distance_ = 0;
  std::int64_t nearest_ = -1;
  std::vector<std::int64_t> others_;  // rarely any, so that a search seldom allocates
};

}  // namespace facet
