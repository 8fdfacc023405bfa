#pragma once

#include <cstdint>

// Vectors by the compiler's own extension, without a processor's intrinsics. Each file that
// includes this has a copy of its own, compiled with its own flags.
namespace facet::kernels {
namespace {

/// 2^x = 2^n 2^r with |r| <= 1/2, where 2^r = (... (highest r^2 + odd r + even) r^2 + ...) is a
/// polynomial whose relative error is less than a rounding (minimax, by Remez' algorithm).
template <class Number>
struct PowerOf2;

template <>
struct PowerOf2<float> {
  using Bits = std::uint32_t;
  static constexpr int mantissa_bits = 23;
  static constexpr float rounds = 12582912.F;  // 1.5 * 2^23: added to x, its last bits are round(x)
  static constexpr float smallest = -126.F;    // whose power is a normal number
  static constexpr float highest = 0.000153458122F;
  static constexpr float pairs[][2] = {
      {0.00961848896F, 0.00133999312F}, {0.240226469F, 0.0555032878F}, {1.F, 0.693147206F}};
};

template <>
struct PowerOf2<double> {
  using Bits = std::uint64_t;
  static constexpr int mantissa_bits = 52;
  static constexpr double rounds = 6755399441055744.0;  // 1.5 * 2^52
  static constexpr double smallest = -1022;
  static constexpr double highest = 2.562340929327394e-11;
  static constexpr double pairs[][2] = {{7.054976872321602e-09, 4.456627704570346e-10},
                                        {1.3215486584465597e-06, 1.017805152016458e-07},
                                        {0.00015403530393662152, 1.525273385547638e-05},
                                        {0.009618129107628309, 0.0013333558146391244},
                                        {0.24022650695910072, 0.055504108664821694},
                                        {1.0, 0.6931471805599453}};
};

/// `bytes` of numbers.
template <class Number, int bytes>
struct VectorOf {
  using Bits = typename PowerOf2<Number>::Bits;
  typedef Number Vector __attribute__((vector_size(bytes)));
  typedef Bits BitVector __attribute__((vector_size(bytes)));
  typedef Number Memory __attribute__((vector_size(bytes), aligned(alignof(Number)), may_alias));
  static constexpr std::int64_t lanes = bytes / sizeof(Number);

  static Vector load(const Number* from) { return *reinterpret_cast<const Memory*>(from); }
  static void store(Number* to, Vector vector) { *reinterpret_cast<Memory*>(to) = vector; }
  static Vector all(Number number) { return number - Vector{}; }
  static Vector larger(Vector a, Vector b) { return a > b ? a : b; }

  static Number sum_of(Vector vector) {
    Number sum = 0;
    for (int lane = 0; lane < lanes; ++lane) sum += vector[lane];
    return sum;
  }

  static Number largest_of(Vector vector) {
    Number largest = vector[0];
    for (int lane = 1; lane < lanes; ++lane)
      if (vector[lane] > largest) largest = vector[lane];
    return largest;
  }

  /// Of numbers that are not above 0; 0 where the power is no normal number. NaN stays NaN.
  static Vector power_of_2(Vector x) {
    using Constants = PowerOf2<Number>;
    const Vector shifted = x + Constants::rounds;
    const Vector r = x - (shifted - Constants::rounds), r2 = r * r;
    Vector power = all(Constants::highest);
    for (const auto& [even, odd] : Constants::pairs) power = power * r2 + (odd * r + even);
    const BitVector scaled = (BitVector)power + ((BitVector)shifted << Constants::mantissa_bits);
    return (Vector)(scaled & ~(BitVector)(x < Constants::smallest));
  }
};

}  // namespace
}  // namespace facet::kernels
