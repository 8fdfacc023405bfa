#pragma once

#include <string>
#include <vector>

namespace facet {

/// Indices or times [begin, end); one index alone where `begin == end`.
struct SelectedRange {
  double begin = 0;
  double end = 0;

  bool operator==(const SelectedRange&) const = default;
};

/// What an option selects: a condition such as `"speed > 0.05"`, or a list of indices and ranges
/// such as `[0, 5, [10, 20]]`, in the order in which they were written.
struct Selection {
  std::string condition;
  std::vector<SelectedRange> ranges;

  bool empty() const { return condition.empty() && ranges.empty(); }
};

}  // namespace facet
