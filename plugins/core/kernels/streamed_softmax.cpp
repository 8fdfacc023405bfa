#include "streamed_softmax.h"

#include "streamed_softmax_loops.h"

namespace facet::kernels {

namespace {

template <SoftmaxLoop<float>* of_floats, SoftmaxLoop<double>* of_doubles>
StreamedSoftmax by(const at::Tensor& rows, const at::Tensor& scaled, const at::Tensor& other,
                   const at::Tensor& bias, bool with_means) {
  return streamed_softmax_by({of_floats, of_doubles}, rows, scaled, other, bias, with_means);
}

constexpr Implementation<Softmax> softmax_table[] = {
#ifdef FACET_KERNELS_AVX512
    {.device = at::kCPU,
     .instruction_set = InstructionSet::avx512,
     .types = {at::kFloat, at::kDouble},
     .function = by<softmax_loop_avx512, softmax_loop_avx512>},
#endif
#ifdef FACET_KERNELS_AVX2
    {.device = at::kCPU,
     .instruction_set = InstructionSet::avx2,
     .types = {at::kFloat, at::kDouble},
     .function = by<softmax_loop_avx2, softmax_loop_avx2>},
#endif
    {.device = at::kCPU,
     .types = {at::kFloat, at::kDouble},
     .function = by<softmax_loop, softmax_loop>},
    {.function = streamed_softmax_plain},
};

}  // namespace

StreamedSoftmax streamed_softmax(const at::Tensor& rows, const at::Tensor& scaled,
                                 const at::Tensor& other, const at::Tensor& bias, bool with_means) {
  return choose(softmax_table, rows)(rows, scaled, other, bias, with_means);
}

std::span<const Implementation<Softmax>> softmax_implementations() {
  return softmax_table;
}

}  // namespace facet::kernels
