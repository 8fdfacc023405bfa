#pragma once

#include <ATen/TensorOperators.h>
#include <ATen/core/Tensor.h>

#include <cstdint>
#include <string_view>

#include "facet/component.h"
#include "facet/export.h"
#include "facet/random.h"

namespace facet {

/// The windows of a list of samples.
struct WindowShape {
  std::int64_t num_windows = 0;
  std::int64_t num_neurons = 0;
  std::int64_t num_bins = 0;
};

/// Hides parts of the windows while training: what is hidden becomes 0. Called from the training
/// thread alone.
class FACET_API Mask : public Component {
 public:
  using Kind = Mask;
  static constexpr std::string_view kind = "mask";
  static constexpr std::string_view form = "";
  struct Arguments {};

  virtual ~Mask();
  /// What is kept, 1, and what is hidden, 0: float32 on the CPU, of a shape that broadcasts to
  /// windows x neurons x bins. Each window is masked by itself.
  virtual at::Tensor keep(const WindowShape& shape, Random& random) const = 0;
};

}  // namespace facet
