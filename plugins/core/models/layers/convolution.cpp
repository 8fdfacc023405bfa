#include "convolution.h"

#include <ATen/TensorOperators.h>

#include "../../kernels/kernel_table.h"
#include "convolution_function.h"
#include "functions.h"

namespace facet {

namespace {

bool has_kernels(const torch::nn::Conv1dImpl& layer, const at::Tensor& x) {
  const auto& options = layer.options;
  return options.stride()->front() == 1 && x.dim() == 3 && x.size(0) > 0 &&
         x.size(2) >= options.kernel_size()->front() && kernels::has_kernels(x);
}

}  // namespace

at::Tensor ConvolutionImpl::forward(const at::Tensor& x) {
  if (!has_kernels(*this, x)) return Conv1dImpl::forward(x);
  return convolution(x, weight, bias, {});
}

at::Tensor ConvolutionGeluImpl::forward(const at::Tensor& x) {
  if (!has_kernels(*this, x)) return gelu_of(Conv1dImpl::forward(x));
  return convolution(x, weight, bias, {.gelu = true});
}

std::vector<Layer> ConvolutionGeluImpl::described(const std::string& key) const {
  return {{.kind = LayerKind::convolution, .parameters = key, .step = options.stride()->at(0)},
          {.kind = LayerKind::gelu}};
}

at::Tensor ConvolutionGeluImpl::forward_with_shortcut(const at::Tensor& x, std::int64_t crop) {
  if (!has_kernels(*this, x)) return x.slice(-1, crop, -crop) + forward(x);
  return convolution(x, weight, bias, {.gelu = true, .crop = crop});
}

}  // namespace facet
