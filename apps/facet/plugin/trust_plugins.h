#pragma once

#include <string>
#include <vector>

namespace facet {

/// `facet plugin trust`, without these two words: the list of whom the user trusts. Returns the
/// exit code.
int trust_plugins(const std::vector<std::string>& arguments);

}  // namespace facet
