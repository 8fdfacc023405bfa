#pragma once

#include <optional>
#include <string>
#include <vector>

#include "facet/bins.h"
#include "facet/labels.h"

namespace facet {

/// The segments between the bins at which the discrete label `trials` changes; one segment of all
/// bins when no label is named. Throws Error for a missing or continuous label.
std::vector<Segment> trial_segments(const Labels& labels, const std::optional<std::string>& trials);

}  // namespace facet
