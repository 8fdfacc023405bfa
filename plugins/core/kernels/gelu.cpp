#include "gelu.h"

#include <ATen/ops/empty_like.h>

#include "in_threads.h"
#include "kernel_table.h"
#include "loops_for.h"

namespace facet::kernels {

namespace {

constexpr std::int64_t size_of_a_task = 1 << 17;

}  // namespace

bool has_gelu(const at::Tensor& x) {
  return has_kernels(x) && x.is_non_overlapping_and_dense();
}

Gelu gelu(const at::Tensor& x, bool with_slope) {
  const auto loop = loops_for(x).gelu;
  const Gelu result{at::empty_like(x), with_slope ? at::empty_like(x) : at::Tensor()};
  const float* from = x.data_ptr<float>();
  float* value = result.value.data_ptr<float>();
  float* slope = with_slope ? result.slope.data_ptr<float>() : nullptr;
  in_threads(x.numel(), size_of_a_task, [&](std::int64_t begin, std::int64_t end) {
    loop(end - begin, from + begin, value + begin, slope ? slope + begin : nullptr);
  });
  return result;
}

GeluSlopeGradients gelu_slope_back(const at::Tensor& x, const at::Tensor& gradient,
                                   const at::Tensor& direction) {
  const auto loop = loops_for(x).gelu_slope_back;
  const GeluSlopeGradients result{at::empty_like(x), at::empty_like(x)};
  in_threads(x.numel(), size_of_a_task, [&](std::int64_t begin, std::int64_t end) {
    loop(end - begin, x.data_ptr<float>() + begin, gradient.data_ptr<float>() + begin,
         direction.data_ptr<float>() + begin, result.gradient.data_ptr<float>() + begin,
         result.x.data_ptr<float>() + begin);
  });
  return result;
}

}  // namespace facet::kernels
