#pragma once

#include <string>

namespace facet {

// What a command says on stderr beside its results. Beginnings have colours on a terminal, unless
// NO_COLOR is in the environment.

/// `warning: LINE`
void tell_warning(const std::string& line);
/// `facet: WHAT`, why a command failed.
void tell_failure(const std::string& what);

}  // namespace facet
