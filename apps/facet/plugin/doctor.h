#pragma once

#include <string>
#include <vector>

namespace facet {

/// `facet plugin doctor`, without these two words. Returns the exit code.
int plugin_doctor(const std::vector<std::string>& arguments);

}  // namespace facet
