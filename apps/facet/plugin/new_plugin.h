#pragma once

#include <string>
#include <vector>

namespace facet {

/// `facet plugin new`: arguments, and what is returned and thrown, as for a command.
int new_plugin(const std::vector<std::string>& arguments);

}  // namespace facet
