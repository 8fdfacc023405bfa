#pragma once

#include <functional>

namespace facet::test {

/// Runs `action` in a process of its own and kills it right before the system call with this number
/// among those that change files (counted from 0). System calls that only read leave all as it was:
/// to be killed before one of them is to be killed before the next that changes something. Returns
/// whether the process had ended by itself before; throws where it failed.
bool killed_too_late(const std::function<void()>& action, int system_call);

}  // namespace facet::test
