#include "facet/bins.h"

#include <algorithm>
#include <set>
#include <string>

#include "facet/error.h"

namespace facet {

Bins::Bins(std::vector<Segment> segments) : segments_(std::move(segments)) {
  std::erase_if(segments_, [](const Segment& segment) { return segment.size() <= 0; });
  for (std::size_t i = 0; i < segments_.size(); ++i) {
    if (i > 0 && segments_[i].begin < segments_[i - 1].end)
      throw Error("segments must be ascending and disjoint: one ends at bin " +
                  std::to_string(segments_[i - 1].end) + ", the next begins at " +
                  std::to_string(segments_[i].begin));
    before_.push_back(size_);
    size_ += segments_[i].size();
  }
}

std::int64_t Bins::operator[](std::int64_t k) const {
  const auto after = std::upper_bound(before_.begin(), before_.end(), k);
  const auto i = static_cast<std::size_t>(after - before_.begin() - 1);
  return segments_[i].begin + (k - before_[i]);
}

const Segment* Bins::segment_of(std::int64_t bin) const {
  const auto after =
      std::upper_bound(segments_.begin(), segments_.end(), bin,
                       [](std::int64_t b, const Segment& segment) { return b < segment.begin; });
  if (after == segments_.begin()) return nullptr;
  const Segment& segment = *std::prev(after);
  return bin < segment.end ? &segment : nullptr;
}

std::vector<std::int64_t> Bins::all() const {
  std::vector<std::int64_t> bins;
  bins.reserve(static_cast<std::size_t>(size_));
  for (const Segment& segment : segments_)
    for (std::int64_t bin = segment.begin; bin < segment.end; ++bin) bins.push_back(bin);
  return bins;
}

Bins Bins::fitting(const Offset& offset) const {
  std::vector<Segment> inside = segments_;
  for (Segment& segment : inside) {
    segment.begin += offset.left;
    segment.end -= offset.right - 1;
  }
  return Bins(std::move(inside));
}

Bins Bins::shifted_inside(std::int64_t shift) const {
  std::vector<Segment> inside = segments_;
  for (Segment& segment : inside) {
    segment.begin = std::max(segment.begin, segment.begin - shift);
    segment.end = std::min(segment.end, segment.end - shift);
  }
  return Bins(std::move(inside));
}

Bins Bins::intersect(const Bins& other) const {
  std::vector<Segment> common;
  auto a = segments_.begin();
  auto b = other.segments_.begin();
  while (a != segments_.end() && b != other.segments_.end()) {
    common.push_back({std::max(a->begin, b->begin), std::min(a->end, b->end), a->session});
    (a->end < b->end) ? void(++a) : void(++b);
  }
  return Bins(std::move(common));
}

std::vector<std::int64_t> Bins::sessions() const {
  std::set<std::int64_t> sessions;
  for (const Segment& segment : segments_) sessions.insert(segment.session);
  return {sessions.begin(), sessions.end()};
}

Bins Bins::of_session(std::int64_t session) const {
  std::vector<Segment> own = segments_;
  std::erase_if(own, [&](const Segment& segment) { return segment.session != session; });
  return Bins(std::move(own));
}

}  // namespace facet
