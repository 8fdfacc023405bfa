#pragma once

#include <cstdint>

namespace facet {

/// Runs this program `count` times, as it was called but with --distributed in the place of
/// --ranks. Returns one of exit_codes.h.
int run_as_local_ranks(std::int64_t count);

}  // namespace facet
