#include "framework/binning/smooth.h"

#include <ATen/Functions.h>
#include <gmock/gmock.h>

#include <limits>

#include "framework/binning/binning_data.h"
#include "message_of.h"

namespace facet {
namespace {

/// Bins of 50 ms, and what scipy makes of the counts in two segments: see data/make_values.py.
class SmoothedSession : public testing::Test {
 protected:
  at::Tensor array(const char* name) const { return binning_array("smoothed.npz", name); }
  void expect_near(const at::Tensor& smoothed, const at::Tensor& expected) const {
    EXPECT_EQ(smoothed.scalar_type(), at::kFloat);
    EXPECT_LT((smoothed.to(at::kDouble) - expected).abs().max().item<double>(), 2e-7);
  }

  const BinClock bins{0, 60, 0.05};
  const std::vector<Segment> segments{{0, 500}, {500, 1200}};
};

TEST_F(SmoothedSession, IsScipysInsideAndKeepsTheLevelAtBorders) {
  const at::Tensor smoothed = smooth(array("counts"), segments, bins, {.sd = 0.12});
  expect_near(smoothed, array("smoothed"));
  const std::int64_t radius = 10;  // 4 * 0.12 s / 0.05 s, rounded
  for (const auto& [begin, end] : {std::pair(0, 500), std::pair(500, 1200)})
    expect_near(smoothed.slice(0, begin + radius, end - radius),
                array("inside").slice(0, begin + radius, end - radius));
}

TEST_F(SmoothedSession, IsMadeOfThePastAloneWhereCausal) {
  expect_near(smooth(array("counts"), segments, bins, {.sd = 0.12, .causal = true}),
              array("causal"));
}

TEST_F(SmoothedSession, TakesWholeNumbersAndDoesNotTouchThem) {
  const at::Tensor counts = array("counts").to(at::kLong), before = counts.clone();
  expect_near(smooth(counts, segments, bins, {.sd = 0.12}), array("smoothed"));
  EXPECT_TRUE(at::equal(counts, before));
}

TEST(Smooth, KeepsAConstantAndTheBinsOfNoSegment) {
  const BinClock bins(0, 1, 0.01);
  at::Tensor counts = at::full({100, 2}, 3, at::kFloat);
  counts.slice(0, 40, 60) = 1000;  // between the segments
  for (const bool causal : {false, true})
    EXPECT_TRUE(at::allclose(smooth(counts, {{0, 40}, {60, 61}, {61, 100}}, bins, {0.03, causal}),
                             counts, 1e-6, 0));
}

TEST(Smooth, TakesAGaussianLongerThanTheRecordingAsTheMean) {
  const BinClock bins(0, 1, 0.1);
  const at::Tensor counts = at::arange(10, at::kFloat).unsqueeze(1);
  EXPECT_TRUE(at::allclose(smooth(counts, {{0, 10}}, bins, {.sd = 1e9}),
                           at::full({10, 1}, 4.5, at::kFloat)));
}

TEST(Smooth, RefusesWhatSmoothsNothing) {
  const BinClock bins(0, 1, 0.05);
  const at::Tensor counts = at::zeros({20, 1}, at::kFloat);
  const auto refused = [&](double sd) {
    return message_of([&] { smooth(counts, {{0, 20}}, bins, {.sd = sd}); });
  };
  EXPECT_EQ(refused(0.006),
            "a Gaussian with an s.d. of 0.006 s smooths nothing in bins of 0.05 s: its s.d. must "
            "be an eighth of a bin or more, 0.00625 s");
  EXPECT_NE(refused(-1), "");
  EXPECT_NE(refused(0), "");
  EXPECT_NE(refused(lost), "");
  EXPECT_NE(refused(std::numeric_limits<double>::infinity()), "");
  EXPECT_EQ(refused(0.00625), "");
}

TEST(Rates, AreCountsInASecond) {
  const BinClock bins(0, 1, 0.05);
  const at::Tensor counts = at::tensor({0, 1, 7}, at::kLong).unsqueeze(1);
  EXPECT_TRUE(at::equal(rates(counts, bins), at::tensor({0.F, 20.F, 140.F}).unsqueeze(1)));
}

}  // namespace
}  // namespace facet
