#pragma once

#include <string>
#include <vector>

namespace facet {

/// The commands of `facet`, each with the arguments that follow its name. Results go to stdout,
/// everything else to stderr. They return the exit code: 0 done, 1 failed. Wrong usage and mistakes
/// in what the user wrote leave them as an OptionsError (2), what is wrong otherwise as an Error
/// (1).

int components_command(const std::vector<std::string>& arguments);
int plugin_command(const std::vector<std::string>& arguments);
int pack_command(const std::vector<std::string>& arguments);

}  // namespace facet
