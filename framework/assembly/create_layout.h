#pragma once

#include <memory>

#include "framework/config/training_config.h"
#include "framework/layout/session_layout.h"

namespace facet {

/// How the sessions stand before the encoders: as the solver of the config says.
std::shared_ptr<const SessionLayout> create_layout(const TrainingConfig& training);

}  // namespace facet
