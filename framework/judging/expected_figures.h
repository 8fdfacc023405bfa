#pragma once

#include <string>
#include <vector>

#include "facet/labels.h"
#include "framework/config/run_config.h"
#include "framework/registry/registry.h"

namespace facet {

/// The figures that judgements of runs will have on what they hold out, told before they are
/// trained.
class ExpectedFigures {
 public:
  /// Reads the recordings of the config. Throws OptionsError with what is wrong with them.
  ExpectedFigures(const RunConfig& config, Registry& registry);

  /// Of a run of this config on those recordings, by their names and without baselines: `decoding
  /// 0:4 position knn r2`. Bits are among them for every contrastive loss, although an InfoNCE
  /// alone has some. Empty where only the model itself knows how many outputs it has.
  std::vector<std::string> of(const RunConfig& config) const;

 private:
  const Registry& registry_;
  std::vector<Label> labels_;  ///< that are decoded
};

}  // namespace facet
