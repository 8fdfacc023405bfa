#include "output_gradients.h"

#include <ATen/core/grad_mode.h>
#include <ATen/ops/stack.h>
#include <torch/csrc/autograd/autograd.h>

namespace facet {

at::Tensor output_gradients(Model& model, const at::Tensor& windows) {
  const at::AutoGradMode with_grad(true);
  const at::Tensor x = windows.detach().requires_grad_();
  const at::Tensor y = model.forward(x);
  std::vector<at::Tensor> rows;
  for (std::int64_t output = 0; output < y.size(1); ++output) {
    const bool more = output + 1 < y.size(1);
    rows.push_back(torch::autograd::grad({y.select(1, output).sum()}, {x}, {}, more)[0]);
  }
  return at::stack(rows, 1);
}

}  // namespace facet
