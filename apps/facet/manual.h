#pragma once

#include <map>
#include <string>
#include <vector>

#include "command.h"

namespace facet {

/// The pages of the manual, in mdoc, by their files: facet.1, and facet-train.1 for a command with
/// all of its actions.
std::map<std::string, std::string> manual_pages(const std::vector<Command>& commands);

}  // namespace facet
