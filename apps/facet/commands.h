#pragma once

#include <string>
#include <vector>

namespace facet {

struct Command {
  const char* name;
  int (*run)(const std::vector<std::string>& arguments);
};

/// The commands of `facet`, each with the arguments that follow its name. Results go to stdout,
/// everything else to stderr. They return one of exit_codes.h. Wrong usage and mistakes in what the
/// user wrote leave them as an OptionsError, what is wrong otherwise as an Error.

int train_command(const std::vector<std::string>& arguments);
int sweep_command(const std::vector<std::string>& arguments);
int check_command(const std::vector<std::string>& arguments);
int profile_command(const std::vector<std::string>& arguments);
int adapt_command(const std::vector<std::string>& arguments);
int embed_command(const std::vector<std::string>& arguments);
int evaluate_command(const std::vector<std::string>& arguments);
int attribute_command(const std::vector<std::string>& arguments);
int compare_command(const std::vector<std::string>& arguments);
int plot_command(const std::vector<std::string>& arguments);
int init_command(const std::vector<std::string>& arguments);
int data_command(const std::vector<std::string>& arguments);
int simulate_command(const std::vector<std::string>& arguments);
int components_command(const std::vector<std::string>& arguments);
int plugin_command(const std::vector<std::string>& arguments);
int pack_command(const std::vector<std::string>& arguments);

/// Those of `command_names`.
inline constexpr Command commands[] = {
    {"train", train_command},
    {"sweep", sweep_command},
    {"check", check_command},
    {"profile", profile_command},
    {"embed", embed_command},
    {"adapt", adapt_command},
    {"evaluate", evaluate_command},
    {"attribute", attribute_command},
    {"compare", compare_command},
    {"plot", plot_command},
    {"data", data_command},
    {"init", init_command},
    {"components", components_command},
    {"plugin", plugin_command},
    {"pack", pack_command},
    {"simulate", simulate_command},
};

}  // namespace facet
