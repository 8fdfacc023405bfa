#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "facet/export.h"

namespace facet {

/// Columns [begin, end) of the embedding: the facet that an objective shapes.
struct FeatureRange {
  std::int64_t begin = 0;
  std::int64_t end = 0;

  std::int64_t size() const { return end - begin; }
  bool operator==(const FeatureRange&) const = default;
};

/// `0:6`
FACET_API std::string to_string(const FeatureRange& range);

/// The ranges that are brought to unit length one by one, ascending: together they are all columns.
///
/// Disjoint ranges: they themselves. Otherwise one of them is the whole embedding, and the others
/// are disjoint and without holes between them: these, and what is left of them on either side. The
/// order in which ranges are listed does not matter, and two objectives may share a range.
/// Throws Error that says why where neither holds.
FACET_API std::vector<FeatureRange> renormalize_ranges(const std::vector<FeatureRange>& ranges,
                                                       std::int64_t num_output);

}  // namespace facet
