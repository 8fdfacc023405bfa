#pragma once

#include <string>
#include <vector>

namespace facet {

/// The commands of `facet`, each with the arguments that follow its name. Results go to stdout,
/// everything else to stderr. They return one of exit_codes.h. Wrong usage and mistakes in what the
/// user wrote leave them as an OptionsError, what is wrong otherwise as an Error.

int train_command(const std::vector<std::string>& arguments);
int check_command(const std::vector<std::string>& arguments);
int adapt_command(const std::vector<std::string>& arguments);
int embed_command(const std::vector<std::string>& arguments);
int evaluate_command(const std::vector<std::string>& arguments);
int attribute_command(const std::vector<std::string>& arguments);
int compare_command(const std::vector<std::string>& arguments);
int simulate_command(const std::vector<std::string>& arguments);
int components_command(const std::vector<std::string>& arguments);
int plugin_command(const std::vector<std::string>& arguments);
int pack_command(const std::vector<std::string>& arguments);

}  // namespace facet
