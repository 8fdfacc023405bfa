#include "nearest_set.h"

#include <algorithm>
#include <limits>

namespace facet {

double NearestSet::worstDist() const {
  if (!full()) return std::numeric_limits<double>::max();
  constexpr double slack = 1 + 1e-9;
  return std::max(farthest() * slack, std::numeric_limits<double>::min());
}

BestRows::BestRows(const DistinctPoints& points, std::int64_t k)
    : points_(points), k_(static_cast<std::size_t>(k)) {
  best_.reserve(k_ + 1);
}

bool BestRows::addPoint(double distance, std::size_t point) {
  for (const std::int64_t row : points_.rows(static_cast<std::int64_t>(point))) {
    const std::pair candidate{distance, row};
    if (full() && !(candidate < best_.back())) break;
    best_.insert(std::upper_bound(best_.begin(), best_.end(), candidate), candidate);
    if (best_.size() > k_) best_.pop_back();
  }
  return true;
}

bool TiedPoints::addPoint(double distance, std::size_t point) {
  if (!tied_.empty() && distance > distance_) return true;
  if (tied_.empty() || distance < distance_) tied_.clear();
  distance_ = distance;
  tied_.push_back(static_cast<std::int64_t>(point));
  return true;
}

std::int64_t TiedPoints::row_at(double place, const DistinctPoints& points) {
  std::sort(tied_.begin(), tied_.end());
  std::size_t count = 0;
  for (const std::int64_t point : tied_) count += points.rows(point).size();
  auto left = static_cast<std::size_t>(place * static_cast<double>(count));
  auto point = tied_.begin();
  while (left >= points.rows(*point).size()) left -= points.rows(*point++).size();
  return points.rows(*point)[left];
}

}  // namespace facet
