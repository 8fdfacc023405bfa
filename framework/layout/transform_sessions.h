#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>

#include "framework/data/sessions.h"
#include "framework/layout/encoders.h"
#include "framework/layout/session_alignment.h"

namespace facet {

/// The embedding of all sessions, one below the other, each by its own encoder: see transform.h.
/// Throws Error where there is not one encoder for each session.
at::Tensor transform(const Encoders& encoders, const Sessions& sessions);

/// The same of one session by an encoder that sees all sessions side by side: beside each bin those
/// that `alignment` finds in the others, which are therefore part of its embedding.
at::Tensor transform_unified(Model& model, const Sessions& sessions, std::int64_t session,
                             const SessionAlignment& alignment);

}  // namespace facet
