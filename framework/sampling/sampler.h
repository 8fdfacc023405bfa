#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <memory>
#include <vector>

#include "facet/distribution.h"
#include "framework/sampling/sampler_options.h"

namespace facet {

class ReferenceSource;
class SessionLayout;

/// The bins that one step draws for one objective: lists of bins, as the layout has them. Positives
/// are in the order of the references, and may be of another session.
struct ObjectiveBins {
  at::Tensor reference;
  at::Tensor labelled;       ///< n: the bins whose labels are the targets of the references
  at::Tensor positive = {};  ///< undefined for a supervised objective
  at::Tensor negative = {};  ///< met by every reference; undefined for a supervised objective
};

/// What draws the bins of one objective.
struct ObjectiveSource {
  /// One for each part of the layout; empty for a supervised objective, which has references alone.
  std::vector<std::shared_ptr<const Distribution>> distributions;
  /// Draws what the objective does not share with the others; null where it shares everything.
  std::shared_ptr<const ReferenceSource> own;
};

/// Draws bins for several objectives. A step's bins are a function of the step alone. Immutable.
class Sampler {
 public:
  using Options = SamplerOptions;

  /// `shared` draws what the objectives share; null where they share nothing. Throws Error where
  /// there is no objective, OptionsError for options that their description does not allow.
  Sampler(std::shared_ptr<const SessionLayout> layout,
          std::shared_ptr<const ReferenceSource> shared, std::vector<ObjectiveSource> objectives,
          Options options);

  /// For one batch; the same for the same number.
  std::vector<ObjectiveBins> draw(std::int64_t batch) const;
  const Options& options() const { return options_; }

 private:
  at::Tensor draw_negatives(const ReferenceSource& source, Random& random) const;

  std::shared_ptr<const SessionLayout> layout_;
  std::shared_ptr<const ReferenceSource> shared_;
  std::vector<ObjectiveSource> objectives_;
  Options options_;
};

}  // namespace facet
