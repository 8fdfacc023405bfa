#include "framework/cebra/multiobjective_loader.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "framework/training/toy_training.h"

namespace facet {
namespace {

TEST(MultiobjectiveLoader, DrawsReferencesThatAreValidForAllObjectives) {
  const auto loader = toy::counting_loader(3, {{0, 10}, {20, 30}});
  loader->add_distribution({"Shift", {{"shift", 2}}});
  loader->add_distribution({"Shift", {{"shift", -3}}});
  loader->finalize();
  EXPECT_EQ(loader->references().segments(), (std::vector<Segment>{{3, 8}, {23, 28}}));
  for (std::int64_t step = 0; step < 50; ++step) {
    const SampleBatch batch = loader->batch(step);
    for (std::int64_t i = 0; i < 8; ++i) {
      const auto reference = batch.objectives[0].reference[i].item<std::int64_t>();
      EXPECT_TRUE(loader->references().contains(reference));
      EXPECT_EQ(batch.objectives[0].positive[i].item<std::int64_t>(), reference + 2);
      EXPECT_EQ(batch.objectives[1].positive[i].item<std::int64_t>(), reference - 3);
    }
  }
}

TEST(MultiobjectiveLoader, SharesReferencesAndNegativesBetweenObjectives) {
  const auto loader = toy::counting_loader();
  loader->add_distribution({"Shift"});
  loader->add_distribution({"Shift"});
  loader->finalize();
  const SampleBatch batch = loader->batch(0);
  EXPECT_TRUE(batch.objectives[0].reference.is_same(batch.objectives[1].reference));
  EXPECT_TRUE(batch.objectives[0].negative.is_same(batch.objectives[1].negative));
  EXPECT_FALSE(batch.objectives[0].reference.equal(batch.objectives[0].negative));
}

TEST(MultiobjectiveLoader, GivesTheSameBatchForTheSameSeedAndStep) {
  const auto draw = [](std::int64_t seed, std::int64_t step) {
    const auto loader = toy::counting_loader(3, {{0, 40}}, seed);
    loader->add_distribution({"Shift"});
    loader->finalize();
    return loader->batch(step).objectives[0].reference;
  };
  EXPECT_TRUE(draw(7, 2).equal(draw(7, 2)));
  EXPECT_FALSE(draw(7, 2).equal(draw(7, 1)));
  EXPECT_FALSE(draw(7, 2).equal(draw(8, 2)));
}

TEST(MultiobjectiveLoader, GivesTheTargetsOfTheReferences) {
  const auto loader = toy::counting_loader();
  loader->add_target("parity", {"twice"});
  loader->finalize();
  const ObjectiveSamples samples = loader->batch(0).objectives[0];
  EXPECT_TRUE(samples.targets.target.equal(samples.reference.remainder(2)));
  EXPECT_TRUE(
      samples.targets.others.at(0).equal((2 * samples.reference).to(at::kFloat).view({-1, 1})));
  EXPECT_FALSE(samples.positive.defined());
}

TEST(MultiobjectiveLoader, TargetsAreThoseOfTheReferenceWhereverItLiesInItsWindow) {
  const auto loader = toy::counting_loader(3, {{0, 40}}, 0, {5, 5});
  loader->add_target("twice");
  loader->finalize();
  const ObjectiveSamples samples = loader->batch(0).objectives[0];
  EXPECT_TRUE(samples.targets.target.equal((2 * samples.reference).to(at::kFloat).view({-1, 1})));
}

/// The first and the last bin of all windows that 200 steps use, of 5 bins before a bin to 4 after.
std::pair<std::int64_t, std::int64_t> bins_of_windows(const std::vector<Segment>& segments) {
  const auto loader = toy::counting_loader(200, segments, 0, {5, 5});
  loader->add_distribution({"Shift", {{"shift", 2}}});
  loader->finalize();
  std::int64_t first = 1000, last = -1;
  for (std::int64_t step = 0; step < 200; ++step) {
    const ObjectiveSamples samples = loader->batch(step).objectives[0];
    for (const at::Tensor& bins : {samples.reference, samples.positive, samples.negative}) {
      first = std::min(first, bins.min().item<std::int64_t>() - 5);
      last = std::max(last, bins.max().item<std::int64_t>() + 4);
    }
  }
  return {first, last};
}

TEST(MultiobjectiveLoader, WindowsOfTrainingAndHeldOutBinsShareNone) {
  EXPECT_EQ(bins_of_windows({{0, 25}}), std::pair(0L, 24L));
  EXPECT_EQ(bins_of_windows({{25, 40}}), std::pair(25L, 39L));
}

TEST(MultiobjectiveLoader, SaysWhenNoBinIsLeft) {
  const auto message = [](const std::vector<Segment>& segments, std::int64_t shift) -> std::string {
    try {
      const auto loader = toy::counting_loader(3, segments);
      loader->add_distribution({"Shift", {{"shift", shift}}});
      loader->finalize();
    } catch (const Error& error) {
      return error.what();
    }
    return "none";
  };
  EXPECT_EQ(message({}, 1), "no segment of counting is as long as the model's window of 1 bins");
  EXPECT_EQ(
      message({{0, 5}, {5, 10}}, 7),
      "no bin can be a reference of all objectives: their distributions leave none in common");
}

}  // namespace
}  // namespace facet
