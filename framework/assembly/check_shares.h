#pragma once

#include "facet/options.h"
#include "facet/regularizer.h"
#include "framework/layout/session_layout.h"
#include "framework/sampling/loader.h"

namespace facet {

/// Whether several ranks, each of which encodes a share of the windows, would train as one does:
/// tries it in training mode on a few references of the first batch. A model whose output for a
/// window depends on the windows beside it (batch statistics), and a model or regularizer
/// that draws random numbers otherwise than by Random::uniform_rows and normal_rows, are problems.
/// The models are afterwards as before. `regularizer` may be null.
void check_shares(const SessionLayout& layout, const Encoders& encoders,
                  const Regularizer* regularizer, const Loader& loader, Problems& problems);

}  // namespace facet
