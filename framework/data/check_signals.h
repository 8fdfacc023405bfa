#pragma once

#include <ATen/core/Tensor.h>

#include <functional>
#include <string>
#include <vector>

#include "facet/recording.h"

namespace facet {

/// Where the signals of a recording come from, for what is told of them.
struct SignalSource {
  std::vector<std::string> names;  ///< of the arrays, as the config has them
  at::Tensor channels;             ///< which of the file's channels were selected; undefined: all
  /// The value of a bin and a channel of the file as it stands there, before it became float32.
  std::function<double(std::int64_t bin, std::int64_t channel)> stored;
};

/// Looks at all signals in the recording's segments, once. Throws Error for a value that is not
/// finite, or so large that its square does not fit into float32: how many, where the first is, and
/// how to leave it out. Warns of channels that are 0 throughout.
void check_signals(const Recording& recording, const SignalSource& source);

/// Warns of signals, T x C before channels are selected, that seem to be transposed.
void check_form(const std::string& recording, const std::vector<std::string>& names,
                const at::Tensor& signals, bool transposed);

}  // namespace facet
