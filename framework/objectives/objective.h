#pragma once

#include <memory>
#include <vector>

#include "facet/criterion.h"
#include "facet/distribution.h"
#include "framework/embedding/feature_ranges.h"
#include "framework/sampling/objectives_loader.h"

namespace facet {

/// What an objective compares its references with: pairs that distributions draw, or labels.
struct Pairs {
  /// One for each part of the layout; empty for a supervised objective.
  std::vector<std::shared_ptr<const Distribution>> distributions;
  TargetRows targets;  ///< of a supervised objective
};

/// What shapes one slice of the embedding, its components resolved.
struct Objective {
  FeatureRange slice;
  std::shared_ptr<Criterion> criterion;
  Pairs pairs;
};

}  // namespace facet
