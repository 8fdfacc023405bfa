#pragma once

#include <string>
#include <vector>

#include "facet/export.h"

namespace facet {

/// What the objectives of a run share of what a step draws. What is shared is drawn from the bins
/// that are valid for all objectives, what is not from those valid for the objective.
enum class SamplingMode {
  refneg_shared,  ///< references and negatives
  ref_shared,     ///< references
  neg_shared,     ///< negatives
  independent     ///< nothing
};

/// The names of the modes, in the order of the enumeration.
FACET_API const std::vector<std::string>& sampling_mode_names();
/// Throws Error for another name.
FACET_API SamplingMode sampling_mode(const std::string& name);

FACET_API bool shares_references(SamplingMode mode);
FACET_API bool shares_negatives(SamplingMode mode);

}  // namespace facet
