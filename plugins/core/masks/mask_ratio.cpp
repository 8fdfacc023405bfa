#include "mask_ratio.h"

namespace facet {

void MaskRatio::describe(OptionsDescription<MaskRatio>& options) {
  options
      .add("ratio", &MaskRatio::ratio,
           "the fraction that is hidden; of several one is drawn at each use")
      .above(0)
      .below(1);
}

void MaskRatio::validate(Problems& problems, const std::string& key) const {
  if (ratio.empty()) problems.add({}, join_key(key, "ratio"), "must have at least one number");
}

double MaskRatio::draw(Random& random) const {
  return ratio[static_cast<std::size_t>(random.below(static_cast<std::int64_t>(ratio.size())))];
}

}  // namespace facet
