#pragma once

namespace facet {

/// The parts of a training step are marked by RECORD_USER_SCOPE (ATen/record_function.h), which
/// costs nothing while nobody listens. Two marks are looked for by their names.

/// Around a whole step, in the training thread.
inline constexpr const char* step_mark = "step";
/// Around the drawing of one batch, ahead of time in a thread of its own.
inline constexpr const char* drawing_mark = "drawing a batch";

}  // namespace facet
