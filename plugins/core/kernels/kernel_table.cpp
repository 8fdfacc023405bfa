#include "kernel_table.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <string>

#include "facet/error.h"

namespace facet::kernels {

namespace {

constexpr const char* allowances[] = {"plain", "any", "avx2", "avx512"};

/// The place in `allowances` of what the environment allows.
std::ptrdiff_t read_allowance() {
  const char* value = std::getenv("FACET_KERNELS");
  const std::string asked = value && *value ? value : "avx512";
  const auto found = std::find(std::begin(allowances), std::end(allowances), asked);
  if (found == std::end(allowances))
    throw Error("the environment variable FACET_KERNELS is '" + asked +
                "': it must be plain, any, avx2 or avx512");
  return found - std::begin(allowances);
}

std::ptrdiff_t allowance() {
  static const std::ptrdiff_t read_once = read_allowance();
  return read_once;
}

bool processor_has(InstructionSet instruction_set) {
  switch (instruction_set) {
    case InstructionSet::any: return true;
#ifdef __x86_64__
    case InstructionSet::avx2:
      return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
    case InstructionSet::avx512:
      return processor_has(InstructionSet::avx2) && __builtin_cpu_supports("avx512f") &&
             __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq") &&
             __builtin_cpu_supports("avx512vl");
#endif
    default: return false;
  }
}

}  // namespace

bool runs_here(InstructionSet instruction_set) {
  constexpr std::ptrdiff_t place_of_any = 1;
  return place_of_any + static_cast<std::ptrdiff_t>(instruction_set) <= allowance() &&
         processor_has(instruction_set);
}

bool only_plain_ones() {
  return allowance() == 0;
}

bool has_kernels(const at::Tensor& x) {
  return x.is_cpu() && x.scalar_type() == at::kFloat && !only_plain_ones();
}

}  // namespace facet::kernels
