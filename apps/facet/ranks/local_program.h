#pragma once

#include <cstdint>
#include <functional>

namespace facet {

/// Runs this program `count` times, as it was called but with --distributed in the place of
/// --ranks. `is_saved`: whether there is a checkpoint to go on from, also where all are killed.
/// Returns one of exit_codes.h.
int run_as_local_ranks(std::int64_t count, const std::function<bool()>& is_saved);

}  // namespace facet
