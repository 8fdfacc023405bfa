#pragma once

#include "facet/error.h"
#include "framework/layout/encoders.h"
#include "framework/objectives/sampled_data.h"

namespace facet {

/// Holds encoders that say they are convolutional to it: some bins in one long pass have to be
/// encoded as each is from its own window. Adds a problem of `model` where they are not.
void check_convolution(const Encoders& encoders, const SampledData& data, Problems& problems);

}  // namespace facet
