#pragma once

#include <cstddef>

namespace facet {

/// Columns of the terminal that stderr is: as COLUMNS says, or the terminal itself, else 80.
std::size_t terminal_width();

}  // namespace facet
