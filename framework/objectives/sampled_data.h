#pragma once

#include <ATen/core/Tensor.h>

#include <memory>
#include <vector>

#include "facet/distribution.h"

namespace facet {

class SessionLayout;
class Sessions;

/// A part of a run's data, training or held-out, as objectives draw from it.
struct SampledData {
  std::shared_ptr<const Sessions> sessions;
  std::shared_ptr<const SessionLayout> layout;
  SamplingSpace space;              ///< what may be drawn of the sessions
  std::vector<at::Tensor> signals;  ///< the sessions', on the device of the run
};

}  // namespace facet
