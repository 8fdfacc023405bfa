#pragma once

#include <ATen/core/Tensor.h>

#include <cstddef>
#include <optional>

namespace facet::kernels {

/// Those that facet_add_plugin compiles kernels for.
enum class InstructionSet { any, avx2, avx512 };

/// Whether this processor has it, with all that facet_add_plugin compiles for beside it.
bool runs_here(InstructionSet instruction_set);

/// One way to compute a kernel, a row of its table. What is not said is any. A row whose file is
/// not compiled everywhere (see facet_add_plugin) is there where its file is:
///
///     #ifdef FACET_KERNELS_AVX2
///         {.device = at::kCPU, .instruction_set = InstructionSet::avx2, .type = at::kFloat,
///          .function = on_memory<info_nce_avx2>},
///     #endif
template <class Signature>
struct Implementation {
  std::optional<at::DeviceType> device = {};
  InstructionSet instruction_set = InstructionSet::any;
  std::optional<at::ScalarType> type = {};
  Signature* function;

  bool takes(const at::Tensor& sample) const {
    return (!device || *device == sample.device().type()) &&
           (!type || *type == sample.scalar_type()) && runs_here(instruction_set);
  }
};

/// The first implementation that takes such a tensor; the last one is for whatever no other takes.
/// A table is a constant of its file: nothing registers itself, so nothing depends on which file is
/// initialized first, or is dropped by the linker.
template <class Signature, std::size_t size>
Signature& choose(const Implementation<Signature> (&table)[size], const at::Tensor& sample) {
  std::size_t row = 0;
  while (row + 1 < size && !table[row].takes(sample)) ++row;
  return *table[row].function;
}

}  // namespace facet::kernels
