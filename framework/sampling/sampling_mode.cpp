#include "framework/sampling/sampling_mode.h"

#include <algorithm>

#include "facet/error.h"

namespace facet {

const std::vector<std::string>& sampling_mode_names() {
  static const std::vector<std::string> names = {"refneg_shared", "ref_shared", "neg_shared",
                                                 "independent"};
  return names;
}

SamplingMode sampling_mode(const std::string& name) {
  const auto& names = sampling_mode_names();
  const auto known = std::find(names.begin(), names.end(), name);
  if (known == names.end()) throw Error("'" + name + "' is not a sampling mode");
  return static_cast<SamplingMode>(known - names.begin());
}

bool shares_references(SamplingMode mode) {
  return mode == SamplingMode::refneg_shared || mode == SamplingMode::ref_shared;
}

bool shares_negatives(SamplingMode mode) {
  return mode == SamplingMode::refneg_shared || mode == SamplingMode::neg_shared;
}

}  // namespace facet
