#pragma once

#include <ATen/core/Tensor.h>
#include <c10/core/impl/LocalDispatchKeySet.h>

// libtorch's meta device, whose tensors have sizes and no values. What works there reads no value
// and so never waits for a device; what mixes it with the CPU would mix a GPU with it.
//
// Where this libtorch has no kernel for the meta device, sizes are found by the kernel of the CPU
// on zeros. An operator whose result depends on values throws Error.
namespace facet::meta_device {

/// The device can be used once one of these was made. In this thread, while it lives: tensors of
/// the CPU and the meta device in one operator throw Error, unless it copies between them or the
/// former is a scalar.
class NoMixing {
 public:
  NoMixing();

 private:
  c10::impl::IncludeDispatchKeyGuard guard_;
};

/// Makes it a tensor of the meta device, for all who hold it, with its place in autograd as it was.
void move(const at::Tensor& tensor);

}  // namespace facet::meta_device
