#pragma once

#include <ATen/core/Reduction.h>

#include <string>
#include <vector>

namespace facet {

/// The names of libtorch's ways to make one number of a loss per element.
inline const std::vector<std::string> reductions = {"mean", "sum"};

inline std::int64_t reduction(const std::string& name) {
  return name == "sum" ? at::Reduction::Sum : at::Reduction::Mean;
}

}  // namespace facet
