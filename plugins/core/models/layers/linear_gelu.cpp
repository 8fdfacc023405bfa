#include "linear_gelu.h"

#include "../../kernels/kernel_table.h"
#include "convolution_function.h"
#include "functions.h"

namespace facet {

at::Tensor LinearGeluImpl::forward(const at::Tensor& x) {
  if (x.dim() != 2 || x.size(0) == 0 || !kernels::has_kernels(x))
    return gelu_of(LinearImpl::forward(x));
  // A convolution of single bins.
  const at::Tensor bins = x.t().unsqueeze(0);
  return convolution(bins, weight.unsqueeze(2), bias, {.gelu = true}).squeeze(0).t();
}

std::vector<Layer> LinearGeluImpl::described(const std::string& key) const {
  return {{.kind = LayerKind::linear, .parameters = key}, {.kind = LayerKind::gelu}};
}

}  // namespace facet
