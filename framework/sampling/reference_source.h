#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "facet/distribution.h"
#include "framework/layout/session_alignment.h"
#include "framework/registry/registry.h"

namespace facet {

/// Bins that were drawn, int64 on the CPU.
struct DrawnBins {
  at::Tensor bins;      ///< n; unified: n x sessions, a row is what belongs together
  at::Tensor labelled;  ///< n: the bins whose labels are those of the rows
};

/// Where references and negatives come from: a prior for each session. Immutable: drawn from in
/// several threads.
class ReferenceSource {
 public:
  /// From the space's `bins`, at least one. With `unified`, sessions are seen side by side as that
  /// label aligns them. Throws Error or OptionsError for a prior or a label that does not serve.
  ReferenceSource(Registry& registry, const ComponentChoice& prior, const SamplingSpace& space,
                  const LabelChoice& unified);

  /// `count` bins of each session, session after session; unified: `count` bins of one session,
  /// drawn at random, and those of the others beside them. Without a count: all bins, each once.
  DrawnBins draw(std::optional<std::int64_t> count, Random& random) const;

 private:
  struct Session {
    std::int64_t number;
    Bins bins;
    std::shared_ptr<Prior> prior;

    std::vector<std::int64_t> draw(std::optional<std::int64_t> count, Random& random) const {
      return count ? prior->sample(*count, random) : bins.all();
    }
  };

  std::vector<Session> sessions_;
  std::optional<SessionAlignment> alignment_;  // when unified
};

}  // namespace facet
