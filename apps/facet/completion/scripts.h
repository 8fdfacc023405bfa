#pragma once

#include <string>
#include <vector>

#include "apps/facet/command.h"

namespace facet {

// What makes a shell complete the words of `facet`: commands, actions, options and their values.
std::string bash_completion(const std::vector<Command>& commands);
std::string zsh_completion(const std::vector<Command>& commands);
std::string fish_completion(const std::vector<Command>& commands);

}  // namespace facet
