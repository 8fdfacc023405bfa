#pragma once

#include <set>
#include <string>

namespace facet {

/// What C++ source text includes between quotes.
std::set<std::string> included_files(const std::string& source);

}  // namespace facet
