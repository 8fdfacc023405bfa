#pragma once

#include <string>

namespace facet {

/// What bash needs to complete the commands of `facet`, the words that may follow them, and their
/// options, which are found in the help that each command gives.
std::string completion_script();

}  // namespace facet
