#include "framework/embedding/transform.h"

#include <ATen/Functions.h>
#include <gmock/gmock.h>

#include "framework/toy_components.h"

namespace facet {
namespace {

std::vector<float> column(const at::Tensor& embedding) {
  return {embedding.data_ptr<float>(), embedding.data_ptr<float>() + embedding.numel()};
}

at::Tensor counting(std::int64_t num_bins) {
  return at::arange(1, num_bins + 1, at::kFloat).view({num_bins, 1});
}

TEST(Transform, HasOneRowABinAndRepeatsTheFirstFullWindow) {
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

}  // namespace
}  // namespace facet
