#pragma once

#include <string>

namespace facet::csv {

/// The unit at the end of a column's name, `m` of `position (m)`, `cm/s` of `speed [cm/s]`; empty
/// where there is none.
std::string unit_of(const std::string& name);

}  // namespace facet::csv
