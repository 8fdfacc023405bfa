#include "facet/random.h"

#include <ATen/ops/rand.h>
#include <ATen/ops/randn.h>
#include <gmock/gmock.h>

#include <array>
#include <set>

#include "facet/shared_rows.h"
#include "message_of.h"

namespace facet {
namespace {

std::array<std::uint64_t, 3> first_three(Random random) {
  return {random(), random(), random()};
}

// Worked out apart, in Python's integers. A run that is resumed by a later Facet relies on them.
TEST(Random, IsTheSameForEver) {
  using Three = std::array<std::uint64_t, 3>;
  EXPECT_EQ(first_three(Random(42, "sampling")),
            (Three{0x0b9142adb3e9df7f, 0x26c4befb60f03dec, 0xc578166937d89023}));
  EXPECT_EQ(first_three(Random(42, "sampling", 7)),
            (Three{0x17cba88ad4941681, 0x017866737f1d7365, 0xd4277884bcafcd8c}));
  EXPECT_EQ(first_three(Random(~std::uint64_t{0}, "x", 1)),
            (Three{0x6ee1c6dd2de4219d, 0x54641aeda7d48998, 0xaf055b4907bb9ebc}));
  EXPECT_EQ(Random(42, "sampling").uniform(), 0.04518524876394936);
}

// The published first outputs of SplitMix64 from state 0, which this seed happens to lead to.
TEST(Random, IsSplitMix64) {
  EXPECT_EQ(
      first_three(Random(0)),
      (std::array<std::uint64_t, 3>{0xe220a8397b1dcdaf, 0x6e789e6aa1b965f4, 0x06c45d188009454f}));
}

TEST(Random, EverySeedStreamAndStepIsAnotherOne) {
  std::set<std::uint64_t> seen;
  for (std::uint64_t seed = 0; seed < 20; ++seed)
    for (const char* stream : {"a", "b", "ab", "ba"})
      for (std::uint64_t step = 0; step < 20; ++step) seen.insert(Random(seed, stream, step)());
  EXPECT_EQ(seen.size(), 20 * 4 * 20);
}

TEST(Random, ACopyContinuesFromTheSamePoint) {
  Random random(1, "x");
  random();
  Random copy = random;
  EXPECT_EQ(first_three(copy), first_three(random));
}

TEST(Random, UniformHasTheMomentsOfItsDistribution) {
  Random random(0, "uniform");
  constexpr int n = 200000;
  double sum = 0, squares = 0;
  for (int i = 0; i < n; ++i) {
    const double value = random.uniform();
    ASSERT_GE(value, 0);
    ASSERT_LT(value, 1);
    sum += value;
    squares += value * value;
  }
  EXPECT_NEAR(sum / n, 0.5, 0.003);  // more than 4 standard errors
  EXPECT_NEAR(squares / n, 1. / 3, 0.003);
}

TEST(Random, NormalHasTheMomentsOfItsDistribution) {
  Random random(0, "normal");
  constexpr int n = 200000;
  std::array<double, 4> moments{};
  for (int i = 0; i < n; ++i) {
    const double value = random.normal();
    for (double power = value; double& moment : moments) {
      moment += power / n;
      power *= value;
    }
  }
  EXPECT_NEAR(moments[0], 0, 0.01);
  EXPECT_NEAR(moments[1], 1, 0.015);
  EXPECT_NEAR(moments[2], 0, 0.04);
  EXPECT_NEAR(moments[3], 3, 0.1);
}

TEST(Random, BelowIsUniformOverItsNumbers) {
  Random random(0, "below");
  constexpr int n = 70000;
  std::array<int, 7> counts{};
  for (int i = 0; i < n; ++i) ++counts.at(static_cast<std::size_t>(random.below(7)));
  double chi_square = 0;
  for (const int count : counts) chi_square += (count - n / 7.) * (count - n / 7.) / (n / 7.);
  EXPECT_LT(chi_square, 22.5);  // 0.1 % at 6 degrees of freedom
  EXPECT_EQ(random.below(1), 0);
}

// As the engine uses them: the first draw of every step.
TEST(Random, StreamsAndStepsAreUncorrelated) {
  constexpr int n = 50000;
  double streams = 0, steps = 0;
  for (std::uint64_t step = 0; step < n; ++step) {
    const double value = Random(3, "prior", step).normal();
    streams += value * Random(3, "positives", step).normal() / n;
    steps += value * Random(3, "prior", step + 1).normal() / n;
  }
  EXPECT_NEAR(streams, 0, 0.02);
  EXPECT_NEAR(steps, 0, 0.02);
}

TEST(Random, SeedsAGeneratorOfLibtorch) {
  const auto draw = [](std::uint64_t seed) {
    return at::randn({5}, Random(seed, "x").generator(), at::TensorOptions());
  };
  EXPECT_TRUE(draw(1).equal(draw(1)));
  EXPECT_FALSE(draw(1).equal(draw(2)));
}

TEST(Random, RowsThatAreSharedAreThoseOfOneProcess) {
  const auto rows = [](std::int64_t count) {
    return Random(5, "dropout").uniform_rows({count, 40});
  };
  const at::Tensor all = rows(9);
  EXPECT_TRUE(all.equal(at::rand({9, 40}, Random(5, "dropout").generator(), at::kFloat)));
  for (const std::int64_t begin : {0, 4, 8}) {
    const SharedRows shared(begin, 9);
    EXPECT_TRUE(rows(1).equal(all.narrow(0, begin, 1)));
  }
  const SharedRows shared(6, 9);
  EXPECT_TRUE(Random(5).normal_rows({3, 2}).equal([] {
    const SharedRows whole(0, 9);
    return Random(5).normal_rows({9, 2});
  }()
                                                      .narrow(0, 6, 3)));
  EXPECT_EQ(message_of([&] { rows(4); }),
            "random numbers for 4 rows, where this process works on the rows from 6 of 9");
}

}  // namespace
}  // namespace facet
