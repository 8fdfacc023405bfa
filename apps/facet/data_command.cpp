#include <iostream>

#include "apps/facet/commands.h"
#include "apps/facet/data/convert_data.h"
#include "apps/facet/data/describe_data.h"
#include "apps/facet/exit_codes.h"
#include "apps/facet/usage.h"

namespace facet {

namespace {

constexpr const char* data_usage =
    "usage: facet data info FILE... [--json]\n"
    "                                 what files hold, and what it can be in a config\n"
    "       facet data convert CONFIG --out FILE\n"
    "                                 what a config reads, as one npz file";

}  // namespace

int data_command(const std::vector<std::string>& arguments) {
  const std::string action = arguments.empty() ? "" : arguments[0];
  const std::vector<std::string> rest(arguments.begin() + (arguments.empty() ? 0 : 1),
                                      arguments.end());
  if (action == "info") return describe_data(rest);
  if (action == "convert") return convert_data(rest);
  if (!asks_for_help(arguments)) wrong_usage(data_usage);
  std::cout << data_usage << '\n';
  return exit_done;
}

}  // namespace facet
