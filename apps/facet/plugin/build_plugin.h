#pragma once

#include <string>
#include <vector>

namespace facet {

/// `facet plugin build`: arguments, and what is returned and thrown, as for a command.
int build_plugin(const std::vector<std::string>& arguments);

}  // namespace facet
