#pragma once

#include <string>

namespace facet {

/// Throws OptionsError: a mistake in what the user wrote on the command line.
[[noreturn]] void wrong_usage(const std::string& message);

}  // namespace facet
