#pragma once

#include <string>

namespace facet::phy {

/// What the line `sample_rate = NUMBER` of a folder's params.py says. It is Python and never
/// executed. Throws Error, which continues the name of an array, where there is no such line or
/// more than one.
double find_sample_rate(const std::string& folder);

}  // namespace facet::phy
