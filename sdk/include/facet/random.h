#pragma once

#include <ATen/core/Generator.h>
#include <ATen/core/Tensor.h>

#include <cstdint>
#include <string_view>

#include "facet/export.h"

namespace facet {

/// A stream of random numbers that is a function of (seed, stream, step) alone.
///
/// The engine derives one for every use and every step and hands it to the component, so that
/// sampling ahead of time, sampling in parallel and resuming a run give the same numbers without
/// any saved state. A component draws from what it is handed and from nothing else.
///
/// A value: copies continue independently from the same point. Not thread-safe; every thread has
/// its own. Satisfies UniformRandomBitGenerator (SplitMix64; Steele, Lea, Flood 2014).
class FACET_API Random {
 public:
  using result_type = std::uint64_t;

  explicit Random(std::uint64_t seed, std::string_view stream = {}, std::uint64_t step = 0);

  static constexpr result_type min() { return 0; }
  static constexpr result_type max() { return ~result_type{0}; }
  result_type operator()();

  std::int64_t below(std::int64_t n);  ///< uniform in [0, n), n > 0
  double uniform();                    ///< uniform in [0, 1)
  double normal();                     ///< standard normal

  /// A libtorch CPU generator seeded from this one, for at::randn and its like. Draw on the CPU and
  /// move the result, so that all devices see the same numbers.
  at::Generator generator();

  /// Numbers for each row of a batch (a window, a sample), `sizes[0]` rows: float32 on the CPU,
  /// uniform in [0, 1) or standard normal. Where several processes share the rows of a batch, each
  /// row has the numbers that it would have in a single one (shared_rows.h): what is random in a
  /// forward pass or in a penalty draws by these, or several ranks cannot train it.
  at::Tensor uniform_rows(at::IntArrayRef sizes);
  at::Tensor normal_rows(at::IntArrayRef sizes);

 private:
  std::uint64_t state_;
};

}  // namespace facet
