#pragma once

#include <cstdint>

#include "apps/facet/command.h"

namespace facet {

/// By how many processes a training is done.
struct RanksAsked {
  bool joins = false;      ///< this one is one of several that something else has started
  std::int64_t local = 1;  ///< that this one starts on this machine; 1: it trains itself
};

void add_ranks_options(Command& command);

/// Throws OptionsError where what was given cannot be.
RanksAsked ranks_asked(const Given& given);

}  // namespace facet
