#pragma once

#include <string>

// What the engine does so that an unexpected end can be told (see unexpected_end.h).
namespace facet {

/// After a plugin was loaded: exits are told before what its static objects do at their end, and
/// what these do is told as a plugin's.
void be_first_at_exit(const std::string& plugin);

/// Gives this thread the stack on which the overflow of its own is told. Done by each call.
void prepare_thread_for_signals();

}  // namespace facet
