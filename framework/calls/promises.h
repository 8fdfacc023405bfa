#pragma once

#include <ATen/core/Tensor.h>

#include <string>
#include <vector>

#include "framework/calls/call.h"

// What the headers of the sdk promise of a tensor that a component returns, looked at by shape and
// type alone: no value is read. Each throws BrokenPromise, within a call.
namespace facet {

/// Of that shape.
void require_shape(const at::Tensor& given, const std::vector<std::int64_t>& promised,
                   const std::string& what);

/// Of the type and on the device of what it was computed from.
void require_type(const at::Tensor& given, const at::Tensor& from, const std::string& what);

/// A scalar of the type and on the device of what it was computed from; with a gradient where that
/// was to be recorded (see records_gradient).
void require_loss(const at::Tensor& given, const at::Tensor& from, bool with_gradient,
                  const std::string& what);

/// One that has_gradient_of_inputs.
void require_gradient(const at::Tensor& given, const std::string& what);

/// Whether it was computed from what has a gradient: one that was detached and set to require a
/// gradient anew has none.
bool has_gradient_of_inputs(const at::Tensor& given);

/// Whether what is computed from `from` has a gradient. Asked before a call, in which gradients may
/// have been switched off.
bool records_gradient(const at::Tensor& from);

/// A scalar of the same type and device, told beside a loss and not trained on.
void require_part(const at::Tensor& given, const at::Tensor& from, const std::string& what);

/// Inputs that are not to be written to: what their memory held is held to be the same.
class Unwritten {
 public:
  explicit Unwritten(std::vector<at::Tensor> inputs);
  void require() const;

 private:
  std::vector<at::Tensor> inputs_;
  std::vector<std::int64_t> versions_;
};

}  // namespace facet
