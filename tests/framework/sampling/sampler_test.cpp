#include "framework/sampling/sampler.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <numeric>

#include "framework/sampling/toy_sampler.h"
#include "message_of.h"

namespace facet {
namespace {

using testing::ElementsAre;
using SampledBins = std::vector<std::int64_t>;

SampledBins as_list(const at::Tensor& tensor) {
  const at::Tensor list = tensor.contiguous();
  const auto* begin = list.data_ptr<std::int64_t>();
  return SampledBins(begin, begin + list.numel());
}

SamplingSpace forty_bins() {
  return {toy::counting_recording(40)->labels, {{0, 40}}, Bins({{0, 40}})};
}

Sampler::Options sampler_options(const std::string& mode) {
  Sampler::Options options;
  options.batch_size = 6;
  options.sampling = mode;
  options.prior = ComponentChoice{"Uniform"};
  return options;
}

/// Shifts of +10, of -10, and a supervised objective.
Sampler three_objectives(const Sampler::Options& options) {
  toy::SamplerMaker maker(toy::registry(), forty_bins(), options);
  maker.add_distribution({"Shift", {{"shift", 10}}});
  maker.add_distribution({"Shift", {{"shift", -10}}});
  maker.add_references();
  return maker.make();
}

/// The smallest and the largest of what 200 steps draw for an objective.
std::pair<std::int64_t, std::int64_t> range_of(const Sampler& sampler, std::size_t i,
                                               at::Tensor ObjectiveBins::*list) {
  std::int64_t low = 1000, high = -1;
  for (std::int64_t step = 0; step < 200; ++step) {
    for (const std::int64_t bin : as_list(sampler.draw(step)[i].*list)) {
      low = std::min(low, bin);
      high = std::max(high, bin);
    }
  }
  return {low, high};
}

constexpr auto references_drawn = &ObjectiveBins::reference;
constexpr auto negatives_drawn = &ObjectiveBins::negative;

TEST(Sampler, SharesReferencesAndNegativesThatAreValidForAll) {
  const auto sampler = three_objectives(sampler_options("refneg_shared"));
  const auto drawn = sampler.draw(0);
  EXPECT_TRUE(drawn[1].reference.is_same(drawn[0].reference));
  EXPECT_TRUE(drawn[2].reference.is_same(drawn[0].reference));
  EXPECT_TRUE(drawn[1].negative.is_same(drawn[0].negative));
  EXPECT_FALSE(drawn[2].negative.defined());
  EXPECT_EQ(range_of(sampler, 0, references_drawn), std::pair(10L, 29L));
  EXPECT_EQ(range_of(sampler, 1, negatives_drawn), std::pair(10L, 29L));
}

TEST(Sampler, SharesReferencesAlone) {
  const auto sampler = three_objectives(sampler_options("ref_shared"));
  const auto drawn = sampler.draw(0);
  EXPECT_TRUE(drawn[1].reference.is_same(drawn[0].reference));
  EXPECT_FALSE(drawn[1].negative.equal(drawn[0].negative));
  EXPECT_EQ(range_of(sampler, 0, references_drawn), std::pair(10L, 29L));
  EXPECT_EQ(range_of(sampler, 0, negatives_drawn), std::pair(0L, 29L));
  EXPECT_EQ(range_of(sampler, 1, negatives_drawn), std::pair(10L, 39L));
}

TEST(Sampler, SharesNegativesAlone) {
  const auto sampler = three_objectives(sampler_options("neg_shared"));
  const auto drawn = sampler.draw(0);
  EXPECT_FALSE(drawn[1].reference.equal(drawn[0].reference));
  EXPECT_TRUE(drawn[1].negative.is_same(drawn[0].negative));
  EXPECT_EQ(range_of(sampler, 1, references_drawn), std::pair(10L, 39L));
  EXPECT_EQ(range_of(sampler, 2, references_drawn), std::pair(0L, 39L));
  EXPECT_EQ(range_of(sampler, 0, negatives_drawn), std::pair(10L, 29L));
}

TEST(Sampler, DrawsIndependentlyForEachObjective) {
  const auto sampler = three_objectives(sampler_options("independent"));
  const auto drawn = sampler.draw(0);
  EXPECT_FALSE(drawn[1].reference.equal(drawn[0].reference));
  EXPECT_FALSE(drawn[1].negative.equal(drawn[0].negative));
  EXPECT_EQ(range_of(sampler, 0, references_drawn), std::pair(0L, 29L));
  EXPECT_EQ(range_of(sampler, 1, negatives_drawn), std::pair(10L, 39L));
  EXPECT_EQ(range_of(sampler, 2, references_drawn), std::pair(0L, 39L));
  EXPECT_TRUE(drawn[0].positive.equal(drawn[0].reference + 10));
  EXPECT_TRUE(drawn[1].positive.equal(drawn[1].reference - 10));
}

// Shifts of +25 and -25 have no reference in common, and need none when they share nothing.
TEST(Sampler, NeedsBinsInCommonOnlyForWhatIsShared) {
  const auto make = [](const std::string& mode) {
    toy::SamplerMaker maker(toy::registry(), forty_bins(), sampler_options(mode));
    maker.add_distribution({"Shift", {{"shift", 25}}});
    maker.add_distribution({"Shift", {{"shift", -25}}});
    maker.make();
  };
  EXPECT_NO_THROW(make("independent"));
  EXPECT_THROW(make("neg_shared"), Error);
}

TEST(Sampler, RefusesOptionsThatAConfigMayNotHave) {
  EXPECT_EQ(message_of([] { three_objectives(sampler_options("shared")); }),
            "sampling must be one of 'refneg_shared', 'ref_shared', 'neg_shared', 'independent', "
            "got \"shared\"");
}

TEST(Sampler, HasItsOwnNumberOfNegatives) {
  auto options = sampler_options("refneg_shared");
  options.num_negatives = 17;
  const auto drawn = three_objectives(options).draw(0);
  EXPECT_EQ(drawn[0].reference.size(0), 6);
  EXPECT_EQ(drawn[0].negative.size(0), 17);
}

TEST(Sampler, TakesAllBinsOnceInAFullBatchAndAPermutationAsNegatives) {
  auto options = sampler_options("refneg_shared");
  options.batch_size = "full";
  const auto sampler = three_objectives(options);
  SampledBins all(20);
  std::iota(all.begin(), all.end(), 10);
  const auto drawn = sampler.draw(0);
  SampledBins negatives = as_list(drawn[0].negative);
  EXPECT_EQ(as_list(drawn[0].reference), all);
  EXPECT_NE(negatives, all);
  EXPECT_NE(negatives, as_list(sampler.draw(1)[0].negative));
  std::sort(negatives.begin(), negatives.end());
  EXPECT_EQ(negatives, all);
}

}  // namespace
}  // namespace facet
