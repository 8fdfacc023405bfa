#pragma once

#include <ATen/core/Tensor.h>

#include <array>
#include <cstddef>
#include <optional>

namespace facet::kernels {

/// Those that facet_add_plugin compiles kernels for.
enum class InstructionSet { any, avx2, avx512 };

/// Whether this processor has it, with all that facet_add_plugin compiles for beside it, and
/// FACET_KERNELS allows it.
bool runs_here(InstructionSet instruction_set);

/// What the environment allows at most: FACET_KERNELS = any, avx2 or avx512, which is the default;
/// or plain: of each table the last row, written with libtorch's operators. Throws Error for
/// anything else.
bool only_plain_ones();

/// Whether there are kernels beside libtorch's operators for numbers such as those of x: float32 on
/// the CPU, where more than the plain ones are allowed.
bool has_kernels(const at::Tensor& x);

/// One way to compute a kernel, a row of its table. What is not said is any. A row whose file is
/// not compiled everywhere (see facet_add_plugin) is there where its file is:
///
///     #ifdef FACET_KERNELS_AVX2
///         {.device = at::kCPU, .instruction_set = InstructionSet::avx2, .types = {at::kFloat},
///          .function = info_nce_avx2},
///     #endif
template <class Signature>
struct Implementation {
  std::optional<at::DeviceType> device = {};
  InstructionSet instruction_set = InstructionSet::any;
  std::array<std::optional<at::ScalarType>, 2> types = {};
  Signature* function;

  bool takes(const at::Tensor& sample) const {
    return (!device || *device == sample.device().type()) && takes(sample.scalar_type()) &&
           runs_here(instruction_set);
  }

 private:
  bool takes(at::ScalarType type) const {
    return !types[0] || types[0] == type || types[1] == type;
  }
};

/// The first implementation that takes such a tensor; the last one is for whatever no other takes.
/// A table is a constant of its file: nothing registers itself, so nothing depends on which file is
/// initialized first, or is dropped by the linker.
template <class Signature, std::size_t size>
Signature& choose(const Implementation<Signature> (&table)[size], const at::Tensor& sample) {
  std::size_t row = only_plain_ones() ? size - 1 : 0;
  while (row + 1 < size && !table[row].takes(sample)) ++row;
  return *table[row].function;
}

}  // namespace facet::kernels
