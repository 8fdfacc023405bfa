#pragma once

#include <string>
#include <vector>

namespace facet {

/// `facet plugin check`: arguments, and what is returned and thrown, as for a command.
int check_plugin(const std::vector<std::string>& arguments);

}  // namespace facet
