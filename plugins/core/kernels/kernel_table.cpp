#include "kernel_table.h"

namespace facet::kernels {

bool runs_here(InstructionSet instruction_set) {
  switch (instruction_set) {
    case InstructionSet::any: return true;
#ifdef __x86_64__
    case InstructionSet::avx2:
      return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
    case InstructionSet::avx512:
      return runs_here(InstructionSet::avx2) && __builtin_cpu_supports("avx512f") &&
             __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq") &&
             __builtin_cpu_supports("avx512vl");
#endif
    default: return false;
  }
}

}  // namespace facet::kernels
