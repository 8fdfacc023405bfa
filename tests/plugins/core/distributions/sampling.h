#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "facet/distribution.h"

// What the tests of the distributions share.
namespace facet {

/// The bins [0, n) as one segment, and the labels given.
SamplingSpace one_segment(std::int64_t n, std::vector<Label> labels);
/// Those segments, every bin of which may be drawn.
SamplingSpace in_segments(std::vector<Segment> segments, std::vector<Label> labels);

Label continuous_label(const std::string& name, const std::vector<double>& values);
Label discrete_label(const std::string& name, const std::vector<std::int64_t>& values);

/// Positives of references that are drawn evenly from those the distribution allows.
struct DrawnPairs {
  std::vector<std::int64_t> references;
  std::vector<std::int64_t> positives;
};
DrawnPairs draw_pairs(const Distribution& distribution, std::int64_t count, std::uint64_t seed);

/// How often each value occurs.
std::map<std::int64_t, double> counts(const std::vector<std::int64_t>& values);

/// Pearson's chi-square of counts that should be equal, as a standard normal (Wilson and Hilferty):
/// above 5 happens by chance in 3 of 10 million samples.
double chi_square_z(const std::map<std::int64_t, double>& observed);

}  // namespace facet
