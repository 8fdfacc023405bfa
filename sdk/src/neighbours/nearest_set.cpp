#include "nearest_set.h"

#include <algorithm>

namespace facet {

void NearestSet::keep_up_to(double farthest) {
  constexpr double slack = 1 + 1e-9;
  worst_ = std::max(farthest * slack, std::numeric_limits<double>::min());
}

bool BestRows::addPoint(double distance, std::size_t point) {
  for (const std::int64_t row : points_.rows(static_cast<std::int64_t>(point))) {
    const Found candidate{distance, row};
    if (full() && !(candidate < room_.back())) break;
    if (!full()) ++count_;
    const auto last = room_.begin() + static_cast<std::ptrdiff_t>(count_) - 1;
    const auto place = std::upper_bound(room_.begin(), last, candidate);
    std::move_backward(place, last, last + 1);
    *place = candidate;
  }
  if (full()) keep_up_to(room_.back().first);
  return true;
}

bool TiedPoints::addPoint(double distance, std::size_t point) {
  const auto added = static_cast<std::int64_t>(point);
  if (full() && distance > distance_) return true;
  if (full() && distance == distance_) {
    others_.push_back(added);
    return true;
  }
  others_.clear();
  nearest_ = added;
  distance_ = distance;
  keep_up_to(distance);
  return true;
}

std::int64_t TiedPoints::row_at(double place, const DistinctPoints& points) {
  others_.push_back(nearest_);
  std::sort(others_.begin(), others_.end());
  std::size_t count = 0;
  for (const std::int64_t point : others_) count += points.rows(point).size();
  auto left = static_cast<std::size_t>(place * static_cast<double>(count));
  auto point = others_.begin();
  while (left >= points.rows(*point).size()) left -= points.rows(*point++).size();
  return points.rows(*point)[left];
}

}  // namespace facet
