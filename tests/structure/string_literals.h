#pragma once

#include <string>
#include <vector>

namespace facet {

/// The string literals of C++ source text, without their quotes and with escapes as they stand;
/// comments are left out.
std::vector<std::string> string_literals(const std::string& source);

}  // namespace facet
