#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "facet/random.h"
#include "facet/recording.h"

namespace facet {

/// The bins of a sampling space by the class of a discrete label. Immutable.
class Classes {
 public:
  /// Throws Error for a label that is missing or continuous.
  Classes(const SamplingSpace& space, const LabelChoice& label);

  /// A bin of the same class as `bin`, all equally likely; it may be `bin` itself.
  std::int64_t sample_like(std::int64_t bin, Random& random) const;
  /// A bin: first the class, all that occur equally likely, then the bin.
  std::int64_t sample_uniform(Random& random) const;

 private:
  static std::int64_t any_of(const std::vector<std::int64_t>& bins, Random& random);

  at::Tensor labels_;                                    // T int64
  std::vector<std::vector<std::int64_t>> bins_;          // by class
  std::unordered_map<std::int64_t, std::size_t> index_;  // class to its place in bins_
};

}  // namespace facet
