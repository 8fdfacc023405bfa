#include "framework/config/run_config.h"

namespace facet {

std::vector<FeatureRange> objective_slices(const RunConfig& config) {
  std::vector<FeatureRange> slices;
  for (const ObjectiveConfig& objective : config.objective)
    slices.push_back({objective.slice.at(0), objective.slice.at(1)});
  return slices;
}

}  // namespace facet
