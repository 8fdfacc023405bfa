#include "framework/training/regularizer_config.h"

namespace facet {

void RegularizerConfig::describe(OptionsDescription<RegularizerConfig>& options) {
  options.add("weight", &RegularizerConfig::weight, "of the penalty, by step").of_kind("scheduler");
  options
      .add("objectives", &RegularizerConfig::objectives,
           "the objectives, counted from 0, whose slices are penalised; empty: all")
      .at_least(0);
}

}  // namespace facet
