#pragma once

#include <memory>
#include <vector>

#include "framework/layout/session_layout.h"

namespace facet {

/// A part of a run's data, training or held-out, as objectives draw from it.
struct SampledData {
  std::shared_ptr<const Sessions> sessions;
  std::shared_ptr<const SessionLayout> layout;
  SamplingSpace space;              ///< what may be drawn of the sessions
  std::vector<at::Tensor> signals;  ///< the sessions', on the device of the run
};

}  // namespace facet
