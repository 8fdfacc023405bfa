#pragma once

namespace facet::kernels {
namespace {

/// While it lives, numbers too small for full precision are 0 in this thread: with them a processor
/// may be a hundred times slower, and of what is weighed against a largest number they are nothing.
/// Where a processor has no such switch, they stay as they are.
class NoDenormals {
 public:
#ifdef __SSE2__
  NoDenormals() : before_(__builtin_ia32_stmxcsr()) {
    constexpr unsigned results_are_zero = 0x8000, operands_are_zero = 0x0040;
    __builtin_ia32_ldmxcsr(before_ | results_are_zero | operands_are_zero);
  }
  ~NoDenormals() {
    __builtin_ia32_ldmxcsr(before_);
  }
  NoDenormals(const NoDenormals&) = delete;
  NoDenormals& operator=(const NoDenormals&) = delete;

 private:
  unsigned before_;
#endif
};

}  // namespace
}  // namespace facet::kernels
