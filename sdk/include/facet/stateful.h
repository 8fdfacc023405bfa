#pragma once

#include <ATen/core/Tensor.h>

#include <string>
#include <vector>

#include "facet/export.h"

namespace facet {

/// A tensor that belongs to a component; a handle, so assigning its data changes the component.
struct NamedTensor {
  std::string name;
  at::Tensor tensor;
};

/// A component with tensors of its own. The engine moves them to the device, hands what requires a
/// gradient to the optimizer, and saves all of them with the run.
class FACET_API Stateful {
 public:
  virtual ~Stateful();
  /// Always the same handles in the same order; names unique. Those that require a gradient are
  /// trained. Default: none.
  virtual std::vector<NamedTensor> state() const;
};

/// What a component wants to see in the history, such as its temperature.
struct Quantity {
  std::string name;
  double value = 0;
  bool at_bound = false;  ///< it is held at a bound; at the end of a training the user is warned
};

}  // namespace facet
