#pragma once

#include <ATen/TensorOperators.h>
#include <ATen/core/Tensor.h>

#include <string_view>

#include "facet/component.h"
#include "facet/export.h"
#include "facet/random.h"

namespace facet {

/// A penalty on how a slice of the embedding depends on the signals. Called from the training
/// thread alone.
class FACET_API Regularizer : public Component {
 public:
  using Kind = Regularizer;
  static constexpr std::string_view kind = "regularizer";
  static constexpr std::string_view form = "";
  struct Arguments {};

  virtual ~Regularizer();
  /// windows: B x N x T, require a gradient; output: B x d, computed from them sample by sample.
  /// Returns a scalar that is differentiable once more.
  virtual at::Tensor penalty(const at::Tensor& windows, const at::Tensor& output,
                             Random& random) const = 0;
};

}  // namespace facet
