#pragma once

#include <ATen/TensorOperators.h>
#include <ATen/core/Tensor.h>

#include <string>
#include <string_view>

#include "facet/component.h"
#include "facet/export.h"
#include "facet/model.h"
#include "facet/random.h"

namespace facet {

/// A method that tells how much every output of a model depends on every entry of its window.
/// Immutable. Called from one thread, with the model in eval mode; it leaves the model as it was.
///
/// The engine averages over a window's bins (with and without the sign), inverts what is a
/// Jacobian, and averages over windows.
class FACET_API Attribution : public Component {
 public:
  using Kind = Attribution;
  static constexpr std::string_view kind = "attribution";
  static constexpr std::string_view form = "";
  struct Arguments {};

  virtual ~Attribution();
  /// windows: B x N x T on the model's device -> B x outputs x N x T, without a gradient. Window by
  /// window, so that the result does not depend on how windows are batched (but for `random`).
  virtual at::Tensor attribute(Model& model, const at::Tensor& windows, Random& random) const = 0;
  /// Under which name its maps are kept, `jf`.
  virtual std::string map_name() const = 0;
  /// Whether the result is the Jacobian of the outputs, so that its pseudo-inverse says how the
  /// signals change with the embedding. Default: no.
  virtual bool is_jacobian() const;
};

}  // namespace facet
