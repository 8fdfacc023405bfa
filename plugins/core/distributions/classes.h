#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "facet/random.h"
#include "facet/recording.h"

namespace facet {

/// The bins of a sampling space by the class of a discrete label. Immutable.
class Classes {
 public:
  /// Throws Error for a label that is missing or continuous.
  Classes(const SamplingSpace& space, const LabelChoice& label);

  std::int64_t class_of(std::int64_t bin) const;
  /// By class, ascending.
  const std::vector<std::pair<std::int64_t, Bins>>& bins() const { return bins_; }
  /// A bin: first the class, all that occur equally likely, then the bin.
  std::int64_t sample_uniform(Random& random) const;
  /// Throws Error where a class of one session is missing from another.
  void require_in_every_session() const;

 private:
  Label label_;
  at::Tensor values_;  // T int64
  std::vector<std::pair<std::int64_t, Bins>> bins_;
  std::vector<std::int64_t> sessions_;
};

}  // namespace facet
