#pragma once

#include <string>
#include <vector>

namespace facet::nwb {

/// Of each path the shortest ending, `Position/position`, that no other path has; the whole path
/// where there is none.
std::vector<std::string> shortest_endings(const std::vector<std::string>& paths);

}  // namespace facet::nwb
