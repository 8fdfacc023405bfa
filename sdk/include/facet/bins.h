#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "facet/export.h"

namespace facet {

/// A piece of a recording without a border inside: bins [begin, end), numbered over all sessions.
struct Segment {
  std::int64_t begin = 0;
  std::int64_t end = 0;
  std::int64_t session = 0;

  std::int64_t size() const { return end - begin; }
  bool operator==(const Segment&) const = default;
};

/// The receptive field of a model: the window of bin i is [i - left, i + right).
struct Offset {
  std::int64_t left = 0;
  std::int64_t right = 1;

  std::int64_t size() const { return left + right; }
  bool operator==(const Offset&) const = default;
};

/// A set of bins, kept as ascending, disjoint segments. Immutable; safe to share between threads.
class FACET_API Bins {
 public:
  Bins() = default;
  /// `segments` ascending and disjoint; empty ones are dropped. Throws Error otherwise.
  explicit Bins(std::vector<Segment> segments);

  std::int64_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  const std::vector<Segment>& segments() const { return segments_; }

  /// The k-th bin in ascending order, 0 <= k < size().
  std::int64_t operator[](std::int64_t k) const;
  bool contains(std::int64_t bin) const { return segment_of(bin) != nullptr; }
  /// The segment that holds `bin`, or null; owned by this object.
  const Segment* segment_of(std::int64_t bin) const;
  /// All bins, ascending.
  std::vector<std::int64_t> all() const;

  /// Those bins whose window fits into their segment: left bins before, right - 1 after.
  Bins fitting(const Offset& offset) const;
  /// Those bins b for which b + shift lies in the same segment.
  Bins shifted_inside(std::int64_t shift) const;
  Bins intersect(const Bins& other) const;

  /// The sessions that have bins here, ascending.
  std::vector<std::int64_t> sessions() const;
  /// The bins of one session.
  Bins of_session(std::int64_t session) const;

 private:
  std::vector<Segment> segments_;
  std::vector<std::int64_t> before_;  // how many bins lie before each segment
  std::int64_t size_ = 0;
};

}  // namespace facet
