#include "framework/data/array_config.h"

namespace facet {

void AlignConfig::describe(OptionsDescription<AlignConfig>& options) {
  options.add("array", &AlignConfig::array, "its name").required();
  options
      .add("by", &AlignConfig::by,
           "the mean of the samples in a bin, the last one up to its end, the nearest to its "
           "centre, the line between the two around its centre, or how many are in it")
      .one_of({"mean", "last", "nearest", "linear", "count"});
  options
      .add("gap", &AlignConfig::gap,
           "the largest distance in seconds that is bridged; else two bins, or two steps between "
           "samples where that is more")
      .at_least(0);
}

void FillConfig::describe(OptionsDescription<FillConfig>& options) {
  options.add("array", &FillConfig::array, "its name; else all signals and labels");
  options
      .add("by", &FillConfig::by,
           "on the line between the values before and behind what is missing, or the nearer one")
      .one_of({"interpolate", "nearest"});
  options
      .add("gap", &FillConfig::gap,
           "the longest hole that is filled, in seconds (of `bin` or `time`), or in bins where the "
           "recording has no times; else 5 bins")
      .above(0);
}

}  // namespace facet
