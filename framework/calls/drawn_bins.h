#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "facet/bins.h"

namespace facet {

/// What a component drew: `promised` bins, all among those that may be drawn. Throws BrokenPromise,
/// within a call.
void require_drawn(const std::vector<std::int64_t>& drawn, std::size_t promised, const Bins& among,
                   const std::string& what);

}  // namespace facet
