#pragma once

#include <string>
#include <vector>

namespace facet {

/// What the library shows of namespace facet and without a namespace, as in C++; sorted. Copies of
/// inline functions are left out: which there are is up to the optimiser.
std::vector<std::string> exported_symbols(const std::string& library);

}  // namespace facet
