#include "facet/plugin.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/empty.h>

#include "core/kernels/kernel_table.h"
#include "dots.h"
#include "facet/criterion.h"

#ifdef __AVX2__
#error "the flags of a kernel reached the rest of its plugin (or -march was given for all)"
#endif

namespace {

using namespace facet::kernels;

using Dots = at::Tensor(const at::Tensor& x, const at::Tensor& y);

at::Tensor plain(const at::Tensor& x, const at::Tensor& y) {
  return at::cat({(x * y).sum(1), x.new_zeros({1})});
}

template <dots::Raw& raw>
at::Tensor on_memory(const at::Tensor& x, const at::Tensor& y) {
  const at::Tensor left = x.contiguous(), right = y.contiguous();
  const at::Tensor dots = at::empty({x.size(0) + 1}, x.options());
  raw(x.size(0), x.size(1), left.data_ptr<float>(), right.data_ptr<float>(),
      dots.data_ptr<float>());
  return dots;
}

constexpr Implementation<Dots> table[] = {
#ifdef FACET_KERNELS_CUDA
    {.device = at::kCUDA, .types = {at::kFloat}, .function = on_memory<dots::cuda>},
#endif
#ifdef FACET_KERNELS_AVX512
    {.device = at::kCPU,
     .instruction_set = InstructionSet::avx512,
     .types = {at::kFloat},
     .function = on_memory<dots::avx512>},
#endif
#ifdef FACET_KERNELS_AVX2
    {.device = at::kCPU,
     .instruction_set = InstructionSet::avx2,
     .types = {at::kFloat},
     .function = on_memory<dots::avx2>},
#endif
    {.function = plain},
};

class DotsCriterion : public facet::ContrastiveCriterion {
 public:
  struct Options {
    static void describe(facet::OptionsDescription<Options>&) {}
  };
  explicit DotsCriterion(const Options&) {}

  facet::ContrastiveLoss forward(const at::Tensor& reference, const at::Tensor& positive,
                                 const at::Tensor& /*negative*/) override {
    const at::Tensor dots = choose(table, reference)(reference, positive);
    const std::int64_t n = reference.size(0);
    const at::Tensor alignment = -dots.narrow(0, 0, n).mean(), uniformity = dots[n];
    return {alignment + uniformity, alignment, uniformity};
  }
};

}  // namespace

FACET_PLUGIN(registrar) {
  registrar.add<DotsCriterion>("Dots",
                               "tells by which implementation of its kernel it was computed");
}
