#pragma once

#include <string>

#include "facet/file_array.h"

namespace facet::nwb {

inline ArrayFacts facts(ArrayRole role, const std::string& unit, const std::string& of = "") {
  ArrayFacts known;
  known.role = role;
  known.unit = unit;
  known.of = of;
  return known;
}

}  // namespace facet::nwb
