#pragma once

#include <ATen/core/Tensor.h>

#include <string>
#include <vector>

#include "facet/recording.h"
#include "framework/data/signal_source.h"

namespace facet {

/// Looks at all signals in the recording's segments, once. Throws Error for a value that is not
/// finite, or so large that its square does not fit into float32: how many, where the first is, and
/// how to leave it out. Warns of channels that say little (see warn_of_channels).
void check_signals(const Recording& recording, const SignalSource& source);

/// Warns of signals, T x C before channels are selected, that have more channels than bins, with
/// what to do.
void check_form(const std::string& recording, const std::vector<std::string>& names,
                const at::Tensor& signals, const std::string& advice);

}  // namespace facet
