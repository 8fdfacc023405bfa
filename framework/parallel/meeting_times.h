#pragma once

#include <chrono>

namespace facet {

using MeetingClock = std::chrono::steady_clock;

/// Between two looks into the store.
inline constexpr std::chrono::milliseconds between_looks(20);
/// Of a rank that is asked whether it is there.
inline constexpr std::chrono::milliseconds time_to_answer(2000);
/// In which the others read what was told.
inline constexpr std::chrono::milliseconds time_to_leave(5000);

}  // namespace facet
