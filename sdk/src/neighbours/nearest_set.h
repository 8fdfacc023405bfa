#pragma once

#include <cstdint>
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
  /// Points that are farther away change nothing. A little more than the farthest that is kept:
  /// nanoflann bounds the distance to a branch by sums that round differently from the distance to
  /// a point, and it skips ties.
  double worstDist() const;
  virtual bool addPoint(double distance, std::size_t point) = 0;
  /// How many points are missing before worstDist() bounds anything; at least 1 otherwise.
  virtual std::size_t missing() const = 0;
  virtual bool full() const = 0;
  virtual bool empty() const = 0;
  virtual std::size_t size() const = 0;
  void sort() {}  // it always is

 private:
  virtual double farthest() const = 0;
};

/// The k nearest rows in the order (distance, row).
class BestRows : public NearestSet {
 public:
  BestRows(const DistinctPoints& points, std::int64_t k);

  bool addPoint(double distance, std::size_t point) override;
  std::size_t missing() const override { return full() ? 1 : k_ - best_.size(); }
  bool full() const override { return best_.size() == k_; }
  bool empty() const override { return best_.empty(); }
  std::size_t size() const override { return best_.size(); }

  const std::vector<std::pair<double, std::int64_t>>& all() const { return best_; }

 private:
  double farthest() const override { return best_.back().first; }

  const DistinctPoints& points_;
  std::size_t k_;
  std::vector<std::pair<double, std::int64_t>> best_;
};

/// All points at the smallest distance.
class TiedPoints : public NearestSet {
 public:
  bool addPoint(double distance, std::size_t point) override;
  std::size_t missing() const override { return 1; }
  bool full() const override { return !tied_.empty(); }
  bool empty() const override { return tied_.empty(); }
  std::size_t size() const override { return tied_.size(); }

  /// Of the rows that hold these points the one at `place`, which lies in [0, 1).
  std::int64_t row_at(double place, const DistinctPoints& points);

 private:
  double farthest() const override { return distance_; }

  double distance_ = 0;
  std::vector<std::int64_t> tied_;
};

}  // namespace facet
