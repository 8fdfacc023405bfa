#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include "facet/mask.h"
#include "plugins/built_plugins.h"

namespace facet {
namespace {

using ::testing::IsSupersetOf;

constexpr WindowShape shape{400, 50, 20};

at::Tensor kept(const std::string& name, const Table& options, std::uint64_t step = 0) {
  Random random(0, "masks", step);
  const at::Tensor keep = make<Mask>(name, options)->keep(shape, random);
  return keep.expand({shape.num_windows, shape.num_neurons, shape.num_bins});
}

double hidden_fraction(const at::Tensor& keep) {
  return 1 - keep.mean().item<double>();
}

bool same_along(const at::Tensor& keep, std::int64_t dim) {
  return keep.eq(keep.narrow(dim, 0, 1)).all().item<bool>();
}

TEST(Masks, AreThoseOfThePeer) {
  EXPECT_THAT(built_components("mask"),
              IsSupersetOf({"core/RandomNeuronMask", "core/RandomTimestepMask",
                            "core/NeuronBlockMask", "core/TimeBlockMask"}));
}

// 20000 draws with p = 0.3: four standard deviations are 0.013.
TEST(Masks, RandomNeuronsAreHiddenInAllBinsOfAWindow) {
  const at::Tensor keep = kept("RandomNeuronMask", {{"ratio", 0.3}});
  EXPECT_NEAR(hidden_fraction(keep), 0.3, 0.013);
  EXPECT_TRUE(same_along(keep, 2));
  EXPECT_FALSE(same_along(keep, 1));
  EXPECT_FALSE(same_along(keep, 0));
}

// 8000 draws: four standard deviations are 0.021.
TEST(Masks, RandomTimestepsAreHiddenForAllNeuronsOfAWindow) {
  const at::Tensor keep = kept("RandomTimestepMask", {{"ratio", 0.3}});
  EXPECT_NEAR(hidden_fraction(keep), 0.3, 0.021);
  EXPECT_TRUE(same_along(keep, 1));
  EXPECT_FALSE(same_along(keep, 2));
  EXPECT_FALSE(same_along(keep, 0));
}

TEST(Masks, NeuronBlocksAreNeighboursAtEveryPlace) {
  const at::Tensor keep = kept("NeuronBlockMask", {{"ratio", 0.25}});
  EXPECT_TRUE(same_along(keep, 2));
  const at::Tensor rows = keep.select(2, 0);
  EXPECT_TRUE(rows.sum(1).eq(50 - 12).all().item<bool>()) << "floor(0.25 x 50) are hidden";
  const at::Tensor first = rows.argmin(1);
  for (std::int64_t b = 0; b < shape.num_windows; ++b)
    EXPECT_EQ(rows[b].narrow(0, first[b].item<std::int64_t>(), 12).sum().item<float>(), 0);
  EXPECT_EQ(first.min().item<std::int64_t>(), 0);
  EXPECT_EQ(first.max().item<std::int64_t>(), 38);
}

TEST(Masks, TimeBlocksBeginAtTheSampledRate) {
  const at::Tensor one = kept("TimeBlockMask", {{"sampled_rate", 0.07}, {"masked_seq_len", 6}});
  EXPECT_TRUE(same_along(one, 1));
  const at::Tensor hidden = 20 - one.select(1, 0).sum(1);
  EXPECT_EQ(hidden.max().item<float>(), 6) << "floor(0.07 x 20) = 1 span";
  EXPECT_EQ(hidden.min().item<float>(), 1) << "one that begins at the last bin";
  const at::Tensor three = kept("TimeBlockMask", {{"sampled_rate", 0.15}, {"masked_seq_len", 1}});
  EXPECT_TRUE((20 - three.select(1, 0).sum(1)).eq(3).all().item<bool>());
}

TEST(Masks, OfSeveralRatiosOneIsDrawnAtEachUse) {
  std::vector<int> counts(51);
  for (std::uint64_t step = 0; step < 60; ++step) {
    const at::Tensor keep =
        kept("NeuronBlockMask", {{"ratio", Value::List{0.1, 0.5}}}, step).select(2, 0);
    ++counts[static_cast<std::size_t>(50 - keep[0].sum().item<float>())];
  }
  EXPECT_EQ(counts[5] + counts[25], 60);
  EXPECT_GT(counts[5], 10);
  EXPECT_GT(counts[25], 10);
}

TEST(Masks, AreFunctionsOfTheRandomNumbersAlone) {
  for (const std::string& name : built_components("mask")) {
    EXPECT_TRUE(kept(name, {}, 3).equal(kept(name, {}, 3))) << name;
    EXPECT_FALSE(kept(name, {}, 3).equal(kept(name, {}, 4))) << name;
  }
}

TEST(Masks, RefuseRatiosThatHideNothingOrAll) {
  EXPECT_EQ(error_of([] {
              make<Mask>("RandomNeuronMask", {{"ratio", 1}});
            }),
            "ratio must be > 0 and < 1, got 1");
  EXPECT_EQ(error_of([] {
              make<Mask>("NeuronBlockMask", {{"ratio", Value::List{}}});
            }),
            "ratio must have at least one number");
}

}  // namespace
}  // namespace facet
