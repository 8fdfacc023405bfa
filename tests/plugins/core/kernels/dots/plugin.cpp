#include "facet/plugin.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/zeros_like.h>

#include "core/kernels/contrastive_tensors.h"
#include "core/kernels/kernel_table.h"
#include "dots.h"
#include "facet/criterion.h"

#ifdef __AVX2__
#error "the flags of a kernel reached the rest of its plugin (or -march was given for all)"
#endif

namespace {

using namespace facet::kernels;

Terms plain(const Samples& samples, bool /*with_gradient*/) {
  Terms terms;
  terms.alignment.rows = -(samples.reference * samples.positive).sum(1);
  terms.uniformity.rows = at::zeros_like(terms.alignment.rows);
  return terms;
}

constexpr Implementation<decltype(plain)> table[] = {
#ifdef FACET_KERNELS_CUDA
    {.device = at::kCUDA, .type = at::kFloat, .function = on_memory<dots::cuda>},
#endif
#ifdef FACET_KERNELS_AVX512
    {.device = at::kCPU,
     .instruction_set = InstructionSet::avx512,
     .type = at::kFloat,
     .function = on_memory<dots::avx512>},
#endif
#ifdef FACET_KERNELS_AVX2
    {.device = at::kCPU,
     .instruction_set = InstructionSet::avx2,
     .type = at::kFloat,
     .function = on_memory<dots::avx2>},
#endif
    {.function = plain},
};

class Dots : public facet::ContrastiveCriterion {
 public:
  struct Options {
    static void describe(facet::OptionsDescription<Options>&) {}
  };
  explicit Dots(const Options&) {}

  facet::ContrastiveLoss forward(const at::Tensor& reference, const at::Tensor& positive,
                                 const at::Tensor& negative) override {
    const Samples samples{reference, positive, negative, reference.new_ones({})};
    const Terms terms = choose(table, reference)(samples, false);
    const at::Tensor alignment = terms.alignment.rows.mean();
    const at::Tensor uniformity = terms.uniformity.rows.mean();
    return {alignment + uniformity, alignment, uniformity};
  }
};

}  // namespace

FACET_PLUGIN(registrar) {
  registrar.add<Dots>("Dots", "tells by which implementation of its kernel it was computed");
}
