#pragma once

#include <string>
#include <vector>

#include "facet/export.h"

namespace facet {

/// `a, b`
FACET_API std::string join(const std::vector<std::string>& items,
                           const std::string& between = ", ");

/// `'a', 'b'`
FACET_API std::string quoted(const std::vector<std::string>& names,
                             const std::string& between = ", ");

}  // namespace facet
