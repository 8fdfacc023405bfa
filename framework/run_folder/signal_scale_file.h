#pragma once

#include <string>

#include "framework/data/signal_scale.h"

namespace facet {

/// As an npz file of the run with the arrays `mean` and `deviation` (see run_arrays.h).
void save_signal_scale(const std::string& path, const SignalScale& scale);

/// Throws Error that names the file and what is wrong with it.
SignalScale load_signal_scale(const std::string& path);

}  // namespace facet
