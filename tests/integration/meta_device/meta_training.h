#pragma once

#include <string>

#include "integration/wave_run.h"

namespace facet::meta_device {

/// Trains for three steps and validates once. Why it cannot be trained; empty where it can.
std::string reason_against(const WaveRun& run);

}  // namespace facet::meta_device
