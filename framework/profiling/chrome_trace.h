#pragma once

#include <string>
#include <vector>

#include "facet/export.h"
#include "framework/profiling/timed_operation.h"

namespace facet {

/// JSON that chrome://tracing and Perfetto (ui.perfetto.dev) show: an event for each operation, in
/// microseconds since the first began.
FACET_API std::string chrome_trace(const std::vector<TimedOperation>& operations);

}  // namespace facet
