#pragma once

#include <cstdint>
#include <vector>

#include "facet/options.h"

namespace facet {

/// `[training.regularizer]`: the regularizer, and beside its own options what the engine has to
/// know.
struct RegularizerConfig : ComponentChoice {
  ComponentChoice weight = {};
  std::vector<std::int64_t> objectives = {};

  static void describe(auto& options) {
    options.add("weight", &RegularizerConfig::weight, "of the penalty, by step")
        .of_kind("scheduler");
    options
        .add("objectives", &RegularizerConfig::objectives,
             "the objectives, counted from 0, whose slices are penalised; empty: all")
        .at_least(0);
  }
};

}  // namespace facet
