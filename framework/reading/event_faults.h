#pragma once

#include <ATen/core/Tensor.h>

#include <string>

#include "framework/binning/bin_events.h"

namespace facet {

/// Warns of events that are all at whole seconds: they were rather stored in another unit.
void tell_of_whole_seconds(const std::string& events, const at::Tensor& times);

/// Warns of events that do not ascend.
void tell_of_backwards(const std::string& events, const BinnedEvents& binned);

}  // namespace facet
