// A batch of all bins, as the solver single-session-full has it.
#include <gmock/gmock.h>

#include "framework/layout/separate_sessions.h"
#include "framework/training/encode_samples.h"
#include "framework/training/toy_training.h"

namespace facet {
namespace {

/// Sums over two bins before a bin, itself and two after it: five times the bin, as the signals
/// count. Writes down the shapes of what it was given.
class FiveBins : public toy::SumModel {
 public:
  FiveBins() : SumModel({1, 4}, {1}) {}
  Offset offset() const override { return {2, 3}; }
  at::Tensor forward(const at::Tensor& windows) override {
    shapes.push_back(windows.sizes().vec());
    return SumModel::forward(windows);
  }

  std::vector<std::vector<std::int64_t>> shapes;
};

/// Of 40 bins with a border in the middle; positives lie three bins later.
SampleBatch full_batch(const Offset& offset) {
  const auto recording = toy::counting_recording(40);
  MultiobjectiveLoader::Options options;
  options.batch_size = "full";
  options.prior = ComponentChoice{"Uniform"};
  MultiobjectiveLoader loader(toy::registry(), recording, {{0, 20}, {20, 40}}, offset,
                              recording->signals, options);
  loader.add_distribution({"Shift", {{"shift", 3}}});
  loader.finalize();
  return loader.batch(0);
}

TEST(FullBatch, HasEveryValidBinOnceAndAPermutationOfThemAsNegatives) {
  const ObjectiveSamples samples = full_batch({2, 3}).objectives[0];
  const at::Tensor valid = at::cat({at::arange(2, 15, at::kLong), at::arange(22, 35, at::kLong)});
  EXPECT_TRUE(samples.reference.equal(valid));
  EXPECT_TRUE(samples.positive.equal(valid + 3));
  EXPECT_FALSE(samples.negative.equal(valid));
  EXPECT_TRUE(std::get<0>(samples.negative.sort()).equal(valid));
}

TEST(FullBatch, IsEncodedInOneDensePass) {
  const auto model = std::make_shared<FiveBins>();
  const SampleBatch batch = full_batch(model->offset());
  const Encoders encoders({model}, {{0, 1}}, false);
  SingleRank alone;
  const Batch encoded =
      encode_samples(SeparateSessions(), encoders, batch, false, alone).predictions[0];
  // From two bins before the first reference, 2, to two after the last positive, 37.
  EXPECT_THAT(model->shapes, testing::ElementsAre(std::vector<std::int64_t>{1, 1, 40}));
  const ObjectiveSamples& bins = batch.objectives[0];
  EXPECT_TRUE(encoded.reference.flatten().equal(5 * bins.reference.to(at::kFloat)));
  EXPECT_TRUE(encoded.positive.flatten().equal(5 * bins.positive.to(at::kFloat)));
  EXPECT_TRUE(encoded.negative.flatten().equal(5 * bins.negative.to(at::kFloat)));
}

}  // namespace
}  // namespace facet
