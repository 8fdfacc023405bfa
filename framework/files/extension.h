#pragma once

#include <string>

namespace facet {

/// `csv` of `day1/rat.CSV`; empty where the name has none.
std::string extension_of(const std::string& path);

}  // namespace facet
