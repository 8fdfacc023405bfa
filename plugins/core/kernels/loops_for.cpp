#include "loops_for.h"

#include "kernel_table.h"

namespace facet::kernels {

namespace {

// The fastest first; the last is for every CPU.
constexpr Implementation<EncoderLoops()> table[] = {
#ifdef FACET_KERNELS_AVX512
    {.instruction_set = InstructionSet::avx512, .function = encoder_loops_avx512},
#endif
#ifdef FACET_KERNELS_AVX2
    {.instruction_set = InstructionSet::avx2, .function = encoder_loops_avx2},
#endif
    {.function = encoder_loops},
};

}  // namespace

EncoderLoops loops_for(const at::Tensor& x) {
  return choose(table, x)();
}

}  // namespace facet::kernels
