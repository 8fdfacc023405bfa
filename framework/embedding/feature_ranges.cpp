#include "framework/embedding/feature_ranges.h"

#include <algorithm>

#include "facet/error.h"

namespace facet {

namespace {

bool before(const FeatureRange& a, const FeatureRange& b) {
  return a.begin != b.begin ? a.begin < b.begin : a.end < b.end;
}

std::string both(const FeatureRange& a, const FeatureRange& b) {
  return to_string(a) + " and " + to_string(b);
}

[[noreturn]] void refuse(const std::string& why) {
  throw Error("the slices cannot be renormalized: " + why);
}

void require_contiguous(const std::vector<FeatureRange>& sorted) {
  for (std::size_t i = 1; i < sorted.size(); ++i) {
    if (sorted[i].begin < sorted[i - 1].end)
      refuse(both(sorted[i - 1], sorted[i]) + " overlap, and neither is the whole embedding");
    if (sorted[i].begin > sorted[i - 1].end)
      refuse("there is a gap between " + both(sorted[i - 1], sorted[i]));
  }
}

}  // namespace

std::string to_string(const FeatureRange& range) {
  return std::to_string(range.begin) + ":" + std::to_string(range.end);
}

std::vector<FeatureRange> renormalize_ranges(const std::vector<FeatureRange>& ranges,
                                             std::int64_t num_output) {
  const FeatureRange whole{0, num_output};
  std::vector<FeatureRange> parts = ranges;
  std::sort(parts.begin(), parts.end(), before);
  const auto wholes = std::count(parts.begin(), parts.end(), whole);
  if (wholes > 1) refuse("more than one of them is the whole embedding " + to_string(whole));
  const bool nested = wholes == 1 && parts.size() > 1;
  if (nested) std::erase(parts, whole);
  parts.erase(std::unique(parts.begin(), parts.end()), parts.end());
  require_contiguous(parts);
  if (nested) {
    if (parts.front().begin > 0) parts.insert(parts.begin(), {0, parts.front().begin});
    if (parts.back().end < num_output) parts.push_back({parts.back().end, num_output});
  }
  if (parts.front().begin != 0)
    refuse("the first one begins at " + to_string(parts.front()) + ", not at column 0");
  if (parts.back().end != num_output)
    refuse("the last one is " + to_string(parts.back()) + ", but the model has " +
           std::to_string(num_output) + " outputs");
  return parts;
}

}  // namespace facet
