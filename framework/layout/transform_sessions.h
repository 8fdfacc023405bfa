#pragma once

#include <ATen/core/Tensor.h>

#include "framework/layout/session_layout.h"

namespace facet {

/// The embedding of all sessions, one below the other: see SessionLayout::transform. Throws Error
/// where there are not as many encoders as the layout has.
at::Tensor transform_sessions(const SessionLayout& layout, const Encoders& encoders,
                              const Sessions& sessions, const SamplingSpace& training,
                              Ranks& ranks);

}  // namespace facet
