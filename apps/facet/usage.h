#pragma once

#include <string>
#include <vector>

namespace facet {

/// Throws OptionsError: a mistake in what the user wrote on the command line.
[[noreturn]] void wrong_usage(const std::string& message);

/// Whether --help or -h is among the arguments: then a command shows its usage on stdout.
bool asks_for_help(const std::vector<std::string>& arguments);

}  // namespace facet
