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

/// A number that is told of a step, such as a loss or a temperature. It stays on the device where
/// it was computed, so that telling it does not make the step wait: whoever wants the numbers reads
/// all of them at once.
struct FACET_API Quantity {
  std::string name;
  at::Tensor value;  ///< a scalar without a gradient
  /// Whether it is held at a bound, a bool scalar; undefined where it has none. At the end of a
  /// training the user is warned.
  at::Tensor at_bound = {};

  Quantity(std::string name, at::Tensor value, at::Tensor at_bound = {});
  Quantity(std::string name, double value);
};

/// The values of the quantities, in their order. Waits for the device; one transfer for all.
FACET_API std::vector<double> read_values(const std::vector<Quantity>& quantities);

}  // namespace facet
