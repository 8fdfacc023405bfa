#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <span>
#include <vector>

#include "facet/label_search.h"
#include "facet/recording.h"

namespace facet {

/// Bins of all sessions that belong together by a label: what a unified encoder sees side by side.
/// Immutable.
class SessionAlignment {
 public:
  /// Searches among the space's `bins`. Throws Error for a label that does not serve.
  SessionAlignment(const SamplingSpace& space, const LabelChoice& label);

  /// The sessions that have bins, ascending: the columns of align().
  const std::vector<std::int64_t>& sessions() const { return sessions_; }
  /// Beside each bin of `session` the bins of the other sessions whose labels are nearest to its
  /// own (ties: lowest): bins x sessions, int64.
  at::Tensor align(std::span<const std::int64_t> bins, std::int64_t session) const;

 private:
  std::vector<std::int64_t> sessions_;
  LabelSearch search_;
};

}  // namespace facet
