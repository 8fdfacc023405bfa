#pragma once

#include "framework/run/train.h"

namespace facet {

/// Writes a run of encoders as they are, without a step of training: config, model, checkpoint, the
/// embedding of its recordings and the record, as `train` does. Throws as it does.
FACET_API void write_untrained(Assembly& assembly, const RunFolder& folder, Registry& registry,
                               TrainFrom from = TrainFrom::first_step);

}  // namespace facet
