#pragma once

#include "facet/export.h"

// Where a component ends the process: there is no exception to catch, but there is a last line.
namespace facet {

/// For the main function of a program, called first. From now on a component that ends the process
/// by exit, abort or a signal (a stack overflow too) leaves a last line on stderr that names it;
/// the exit code is not 0. What handled a signal before goes on handling it.
FACET_API void tell_of_unexpected_ends();

/// The program has done its work and is about to end. What ends it otherwise from now on, code that
/// a plugin left behind, leaves a last line on stderr that names the plugins that were loaded.
FACET_API void tell_of_late_ends();

/// Whether a component is being called by this thread, or by the main one where this one is not the
/// engine's.
FACET_API bool component_is_being_called();

/// Says on stderr which component is being called now, or what was left behind (see
/// tell_of_late_ends), and that `how` ends the process. Nothing and false where there is neither.
/// For a program's own `_exit`. Safe in a signal handler.
FACET_API bool tell_unexpected_end(const char* how);

/// Writes to stderr. Safe in a signal handler.
FACET_API void say_at_once(const char* text);

}  // namespace facet
