#pragma once

#include <vector>

#include "facet/options.h"
#include "facet/random.h"

namespace facet {

/// Which fraction a mask hides: one, or several of which one is drawn at each use.
struct MaskRatio {
  std::vector<double> ratio{0.3};

  static void describe(OptionsDescription<MaskRatio>& options);
  void validate(Problems& problems, const std::string& key) const;

  double draw(Random& random) const;
};

}  // namespace facet
