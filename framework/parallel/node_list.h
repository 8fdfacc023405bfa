#pragma once

#include <string>

namespace facet {

/// The first host of a list as Slurm writes it: `n1` of `n[1-2,5],m3`. Throws Error where it is
/// none.
std::string first_host(const std::string& list);

}  // namespace facet
