#pragma once

#include <string>
#include <vector>

#include "framework/config/run_config.h"
#include "framework/exchange/exported_encoder.h"
#include "framework/registry/registry.h"

namespace facet {

/// What inference needs to know beside the layers, as JSON: `model`, `num_neurons`, `neurons`
/// (their names, in their order), `num_output`, `offset` [left, right], `convolutional`, `bin` (its
/// width in seconds, null where the rows of arrays were the bins), `smooth`, `causal`, `rates`,
/// `fill`, `zscored`, `renormalized`, `facets` (each `slice`, `loss` and the `labels` that shaped
/// it), `session` and `facet`, the version.
std::string about_encoder(const ExportedEncoder& encoder, const RunConfig& config,
                          const RecordingConfig& recording, const std::vector<std::string>& neurons,
                          const Registry& registry);

}  // namespace facet
