#pragma once

#include <cstdint>
#include <vector>

#include "facet/export.h"
#include "facet/options.h"

namespace facet {

/// `[training.regularizer]`: the regularizer, and beside its own options what the engine has to
/// know.
struct FACET_API RegularizerConfig : ComponentChoice {
  ComponentChoice weight = {};                ///< scheduler
  std::vector<std::int64_t> objectives = {};  ///< empty: all

  static void describe(OptionsDescription<RegularizerConfig>& options);
};

}  // namespace facet
