#include "framework/data/windows.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>
#include <gmock/gmock.h>

#include "framework/data/arrays.h"
#include "message_of.h"

namespace facet {
namespace {

/// Channel c of bin t is 100 c + t: a window shows which bins it holds.
at::Tensor counting(std::int64_t num_bins) {
  const at::Tensor bins = at::arange(num_bins, at::kFloat);
  return at::stack({bins, bins + 100}, 1);
}

/// The first bin of each window of 40 bins.
std::vector<float> first_bins(const std::vector<std::int64_t>& bins, const Offset& offset) {
  const at::Tensor first =
      gather_windows(counting(40), integers(bins), offset).select(1, 0).select(1, 0);
  const at::Tensor list = first.contiguous();
  return {list.data_ptr<float>(), list.data_ptr<float>() + list.numel()};
}

TEST(GatherWindows, HoldTheBinsOfTheOffsetAroundEachBin) {
  const at::Tensor windows = gather_windows(counting(10), integers({5, 3}), {2, 3});
  ASSERT_EQ(windows.sizes(), (std::vector<std::int64_t>{2, 2, 5}));
  EXPECT_TRUE(windows[0].equal(floats({3, 4, 5, 6, 7, 103, 104, 105, 106, 107}, 5)));
  EXPECT_TRUE(windows[1].equal(floats({1, 2, 3, 4, 5, 101, 102, 103, 104, 105}, 5)));
}

// CEBRA's expand_index on 40 bins.
TEST(GatherWindows, AreMovedInwardsAtTheEnds) {
  using ::testing::ElementsAre;
  EXPECT_THAT(first_bins({0, 1, 20, 38, 39}, {0, 1}), ElementsAre(0, 1, 20, 38, 39));
  EXPECT_THAT(first_bins({0, 1, 2, 3, 20, 36, 37, 38, 39}, {2, 3}),
              ElementsAre(0, 0, 0, 1, 18, 34, 35, 35, 35));
  EXPECT_THAT(first_bins({0, 4, 5, 6, 20, 34, 35, 36, 39}, {5, 5}),
              ElementsAre(0, 0, 0, 1, 15, 29, 30, 30, 30));
  EXPECT_THAT(first_bins({0, 17, 18, 19, 22, 23, 39}, {18, 18}), ElementsAre(0, 0, 0, 1, 4, 4, 4));
}

TEST(GatherWindows, OwnTheirMemory) {
  const at::Tensor signals = counting(4);
  const at::Tensor windows = gather_windows(signals, integers({1}), {0, 1});
  windows.fill_(-1);
  EXPECT_TRUE(signals.equal(counting(4)));
}

TEST(GatherWindows, KeepTheTypeOfTheSignals) {
  const at::Tensor signals = counting(4).to(at::kDouble);
  EXPECT_EQ(gather_windows(signals, integers({1}), {1, 1}).scalar_type(), at::kDouble);
}

TEST(GatherWindows, NeedARecordingAsLongAsTheWindow) {
  EXPECT_EQ(message_of([] {
              gather_windows(counting(9), integers({5}), {5, 5});
            }),
            "the recording has 9 bins and is shorter than the model's window of 10");
  EXPECT_EQ(gather_windows(counting(10), integers({5}), {5, 5}).size(2), 10);
}

TEST(GatherWindows, NeedSignalsAndBinsOfTheirShape) {
  EXPECT_EQ(message_of([] { gather_windows(at::zeros({4}), integers({1}), {}); }),
            "windows are gathered from signals of T x C");
  EXPECT_EQ(message_of([] { gather_windows(counting(4), at::zeros({1}), {}); }),
            "the bins of windows must be a list of int64");
}

}  // namespace
}  // namespace facet
