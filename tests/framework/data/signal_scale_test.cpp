#include "framework/data/signal_scale.h"

#include <ATen/Functions.h>
#include <gmock/gmock.h>

#include "framework/data/arrays.h"
#include "message_of.h"

namespace facet {
namespace {

/// The first channel is 1, 3 | 99 | 5, the second 7, 7 | 99 | 7; the third bin is left out.
SignalScale some_scale() {
  return signal_scale(floats({1, 7, 3, 7, 99, 99, 5, 7}, 2), {{0, 2}, {3, 4}});
}

// numpy: np.mean and np.std of [1, 3, 5].
TEST(SignalScale, IsThatOfTheBinsInTheSegments) {
  EXPECT_TRUE(at::allclose(some_scale().mean, at::tensor({3., 7.})));
  EXPECT_TRUE(at::allclose(some_scale().deviation, at::tensor({1.632993161855452, 1.})));
}

TEST(SignalScale, BringsSignalsToZScores) {
  const at::Tensor scaled = some_scale().apply(floats({3, 7, 5, 8}, 2));
  EXPECT_EQ(scaled.scalar_type(), at::kFloat);
  EXPECT_TRUE(at::allclose(scaled, floats({0, 0, 1.2247449F, 1}, 2)));
}

TEST(SignalScale, IsExactWhereTheMeanIsLarge) {
  const at::Tensor signals = floats({1e6F, 1e6F + 1, 1e6F, 1e6F + 1}, 1);
  EXPECT_TRUE(signal_scale(signals, {{0, 4}}).deviation.equal(at::tensor({.5})));
}

TEST(SignalScale, RefusesOtherChannels) {
  EXPECT_EQ(message_of([] {
              some_scale().apply(floats({1, 2, 3}, 3));
            }),
            "z-scores are known for 2 channels, not 3");
}

}  // namespace
}  // namespace facet
