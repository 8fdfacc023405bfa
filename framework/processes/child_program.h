#pragma once

#include <string>
#include <vector>

namespace facet {

/// Runs a program that is found in PATH, without a shell, and waits for it. It has this process's
/// stdin and stderr; what it writes to stdout goes to stderr. Returns its exit code; throws Error
/// where it is not found, was ended by a signal, or this program is asked to end (see DeferredEnd),
/// with which it and all that it started has ended, too. It begins in `folder`; empty: where this
/// process is.
int run_child(const std::vector<std::string>& words, const std::string& folder = "");

}  // namespace facet
