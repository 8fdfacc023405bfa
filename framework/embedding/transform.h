#pragma once

#include <ATen/core/Tensor.h>

#include <vector>

#include "facet/bins.h"
#include "facet/model.h"
#include "framework/data/sessions.h"
#include "framework/embedding/encoders.h"
#include "framework/training/session_alignment.h"

namespace facet {

/// The embedding of a whole recording, one row a bin: T x outputs, float32 on the CPU.
///
/// Every segment by itself: its first full window's row stands for the `left` bins before it, its
/// last one for the `right - 1` bins after it. The model is put into eval mode and back. Bins
/// outside all segments and segments shorter than a window give rows of NaN.
/// `signals` is T x C on any device.
at::Tensor transform(Model& model, const at::Tensor& signals, const std::vector<Segment>& segments);

/// The same of all sessions, one below the other, each by its own encoder. Throws Error where there
/// is not one encoder a session.
at::Tensor transform(const Encoders& encoders, const Sessions& sessions);

/// The same of one session by an encoder that sees all sessions side by side: beside each bin those
/// that `alignment` finds in the others, which are therefore part of its embedding.
at::Tensor transform_unified(Model& model, const Sessions& sessions, std::int64_t session,
                             const SessionAlignment& alignment);

}  // namespace facet
