#include "framework/embedding/transform.h"

#include <ATen/Functions.h>
#include <gmock/gmock.h>

#include "framework/ranks/thread_ranks.h"
#include "framework/toy_components.h"
#include "message_of.h"

namespace facet {
namespace {

std::vector<float> column(const at::Tensor& embedding) {
  return {embedding.data_ptr<float>(), embedding.data_ptr<float>() + embedding.numel()};
}

at::Tensor counting(std::int64_t num_bins) {
  return at::arange(1, num_bins + 1, at::kFloat).view({num_bins, 1});
}

TEST(Transform, HasOneRowForEachBinAndRepeatsTheFirstFullWindow) {
  toy::SumModel model({1, 2}, {1});
  const at::Tensor embedding = transform(model, counting(5), {{0, 5}});
  EXPECT_THAT(column(embedding), testing::ElementsAre(6, 6, 6, 9, 12));
}

/// Sums over two bins before a bin, itself and two after it, and writes down how long what it was
/// given is.
class Surrounding : public toy::SumModel {
 public:
  explicit Surrounding(bool convolutional) : SumModel({1, 4}, {1}), convolutional_(convolutional) {}
  Offset offset() const override { return {2, 3}; }
  bool convolutional() const override { return convolutional_; }
  at::Tensor forward(const at::Tensor& windows) override {
    lengths.push_back(windows.size(2));
    return SumModel::forward(windows);
  }

  std::vector<std::int64_t> lengths;

 private:
  bool convolutional_;
};

TEST(Transform, RepeatsTheFirstRowLeftTimesAndTheLastRightLessOneTimes) {
  Surrounding model(true);
  const at::Tensor embedding = transform(model, counting(8), {{0, 8}});
  EXPECT_THAT(column(embedding), testing::ElementsAre(15, 15, 15, 20, 25, 30, 30, 30));
  EXPECT_THAT(model.lengths, testing::ElementsAre(8));
}

// Such as what resamples: a dense pass over a stretch would not give its windows' embeddings.
TEST(Transform, GoesWindowByWindowWhereTheModelIsNotConvolutional) {
  Surrounding model(false);
  const at::Tensor embedding = transform(model, counting(8), {{0, 8}});
  EXPECT_THAT(column(embedding), testing::ElementsAre(15, 15, 15, 20, 25, 30, 30, 30));
  EXPECT_THAT(model.lengths, testing::ElementsAre(5));
}

TEST(Transform, TreatsEverySegmentByItself) {
  toy::SumModel model({1, 1}, {1});
  const at::Tensor embedding = transform(model, counting(6), {{0, 3}, {3, 6}});
  EXPECT_THAT(column(embedding), testing::ElementsAre(3, 3, 5, 9, 9, 11));
}

TEST(Transform, GivesNaNForASegmentShorterThanAWindow) {
  toy::SumModel model({1, 2}, {1});
  const at::Tensor embedding = transform(model, counting(5), {{0, 2}, {2, 5}});
  EXPECT_TRUE(embedding.slice(0, 0, 2).isnan().all().item<bool>());
  EXPECT_THAT(column(embedding.slice(0, 2, 5)), testing::ElementsAre(12, 12, 12));
}

TEST(Transform, LeavesTheModelInTheModeInWhichItWas) {
  toy::SumModel model({1, 0}, {1});
  model.train();
  transform(model, counting(3), {{0, 3}});
  EXPECT_TRUE(model.is_training());
}

TEST(Transform, IsTheSameForARecordingOfManyPieces) {
  toy::SumModel model({1, 1}, {1});
  const at::Tensor signals = at::ones({10000, 1});
  const at::Tensor embedding = transform(model, signals, {{0, 10000}});
  EXPECT_TRUE(embedding.equal(at::full({10000, 1}, 2.0F)));
}

/// What transform says of signals, as a model of one channel sees them.
std::string mistake_of(const at::Tensor& signals, const std::vector<Segment>& segments) {
  Surrounding model(true);
  return message_of([&] { transform(model, signals, segments); });
}

TEST(Transform, TakesSignalsOfBinsByChannelsInFloatsAlone) {
  EXPECT_EQ(mistake_of(counting(8), {{0, 8}}), "");
  const std::string must = "the signals must be bins x channels of float32, they are ";
  EXPECT_EQ(mistake_of({}, {{0, 8}}), "there are no signals: their tensor is undefined");
  EXPECT_EQ(mistake_of(at::ones({8}), {{0, 8}}), must + "8");
  EXPECT_EQ(mistake_of(at::ones({8, 1}, at::kDouble), {{0, 8}}),
            must + "Double: convert them by to(at::kFloat)");
}

TEST(Transform, TakesSegmentsOfTheSignalsAlone) {
  EXPECT_EQ(mistake_of(counting(8), {{0, 9}}),
            "the segment from bin 0 to 9 is not within the 8 bins");
  EXPECT_EQ(mistake_of(counting(8), {{-2, 8}}),
            "the segment from bin -2 to 8 is not within the 8 bins");
  EXPECT_EQ(mistake_of(counting(8), {{0, 6}, {4, 8}}),
            "segments must be ascending and disjoint: one ends at bin 6, the next begins at 4");
}

TEST(Transform, OfSeveralRanksIsThatOfOne) {
  Surrounding model(true);
  const at::Tensor signals = counting(20000);
  const std::vector<Segment> segments = {{0, 9000}, {9000, 9001}, {9500, 20000}};
  const at::Tensor one = transform(model, signals, segments);
  testing_ranks::in_ranks(3, [&](const std::shared_ptr<Ranks>& own) {
    Surrounding same(true);
    EXPECT_TRUE(at::allclose(transform(same, signals, segments, *own), one, 0, 0, true));
  });
}

TEST(Transform, SaysThatTheModelDoesNotTakeSoManyChannels) {
  for (const bool convolutional : {true, false}) {
    Surrounding model(convolutional);
    EXPECT_THAT(message_of([&] {
                  transform(model, at::ones({8, 3}), {{0, 8}});
                }),
                testing::StartsWith("the model cannot encode signals of 3 channels: "));
  }
}

}  // namespace
}  // namespace facet
