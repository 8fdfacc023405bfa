#pragma once

#include <map>
#include <string>
#include <vector>

#include "facet/bins.h"

namespace facet {

/// Of the channels of an array of signals, by its name: the bins of which no part was observed, as
/// segments that ascend. An array that is not there was observed throughout.
using Unobserved = std::map<std::string, std::vector<std::vector<Segment>>>;

}  // namespace facet
