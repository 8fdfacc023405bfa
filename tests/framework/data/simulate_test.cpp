#include "framework/data/simulate.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>
#include <gmock/gmock.h>

#include <fstream>
#include <iterator>
#include <map>

#include "facet/npz.h"
#include "framework/metrics/linear_decoders.h"
#include "framework/metrics/scores.h"
#include "message_of.h"
#include "temporary_folder.h"

namespace facet {
namespace {

using ::testing::ElementsAre;

class Simulate : public ::testing::Test {
 protected:
  std::map<std::string, at::Tensor> arrays(const SimulateOptions& options) {
    simulate(options, file);
    std::map<std::string, at::Tensor> found;
    for (const NamedTensor& array : read_npz(file)) found[array.name] = array.tensor;
    return found;
  }
  std::string bytes(const SimulateOptions& options) {
    simulate(options, file);
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  TemporaryFolder folder;
  std::string file = folder.path() + "/synthetic.npz";
};

TEST_F(Simulate, WritesTheArraysOfTheSyntheticRecording) {
  auto found = arrays({});
  ASSERT_EQ(found.size(), 6);
  EXPECT_THAT(found["neurons"].sizes(), ElementsAre(1000, 50));
  EXPECT_THAT(found["latents"].sizes(), ElementsAre(1000, 6));
  EXPECT_EQ(found["neurons"].scalar_type(), at::kFloat);
  EXPECT_TRUE(at::cat({found["Z1"], found["Z2"]}, 1).equal(found["latents"]));
}

TEST_F(Simulate, LatentsAreBrownianAndStayInsideTheirBounds) {
  const at::Tensor z = arrays({.num_bins = 20000})["latents"];
  EXPECT_EQ(z[0].abs().max().item<float>(), 0);
  EXPECT_LT(z.abs().max().item<float>(), 1);
  EXPECT_GT(z.abs().amax(0).min().item<float>(), 0.98);
  const at::Tensor steps = z.slice(0, 1) - z.slice(0, 0, -1);
  // Away from the bounds nothing is drawn again: the steps are normal with deviation 0.1.
  const at::Tensor inside = steps.masked_select(z.slice(0, 0, -1).abs() < 0.5);
  EXPECT_NEAR(inside.std().item<double>(), 0.1, 0.001);
  EXPECT_NEAR(inside.mean().item<double>(), 0, 0.002);
}

TEST_F(Simulate, TheMapSaysThatTheFirstHalfIsDrivenByZ1Alone) {
  const at::Tensor map = arrays({.num_bins = 10, .num_neurons = 5})["gt_attribution_map"];
  const std::vector<int> both = {1, 1, 1, 1, 1}, last = {0, 0, 1, 1, 1};
  EXPECT_EQ(map.scalar_type(), at::kBool);
  EXPECT_TRUE(map.slice(0, 0, 3).to(at::kInt).equal(at::tensor(both).expand({3, 5})));
  EXPECT_TRUE(map.slice(0, 3, 6).to(at::kInt).equal(at::tensor(last).expand({3, 5})));
}

// As 0.92 in the recording that this one is like.
TEST_F(Simulate, ALinearRegressionReadsAboutThatMuchFromTheNeurons) {
  double mean = 0;
  for (const std::int64_t seed : {0, 1, 2, 3}) {
    auto found = arrays({.seed = seed});
    const at::Tensor z = found["latents"].to(at::kDouble), x = found["neurons"];
    mean += mean_r2(fit_least_squares(x, z)(x), z) / 4;
    const at::Tensor z1_driven = x.slice(1, 0, 25), z2 = z.slice(1, 3);
    EXPECT_LT(mean_r2(fit_least_squares(z1_driven, z2)(z1_driven), z2), 0.5);
  }
  EXPECT_NEAR(mean, 0.92, 0.02);
}

TEST_F(Simulate, NoiseHasTheDeviationThatIsAskedFor) {
  const at::Tensor clean = arrays({.num_bins = 5000, .noise = 0})["neurons"].clone();
  const at::Tensor noisy = arrays({.num_bins = 5000, .noise = 0.2})["neurons"];
  EXPECT_NEAR((noisy - clean).std().item<double>(), 0.2, 0.002);
}

TEST_F(Simulate, TheSameSeedGivesTheSameBytes) {
  const std::string first = bytes({.num_bins = 50, .seed = 7});
  EXPECT_EQ(bytes({.num_bins = 50, .seed = 7}), first);
  EXPECT_NE(bytes({.num_bins = 50, .seed = 8}), first);
}

TEST_F(Simulate, MoreNeuronsHaveTheSameLatents) {
  const at::Tensor few = arrays({.num_bins = 50, .num_neurons = 40})["latents"].clone();
  EXPECT_TRUE(arrays({.num_bins = 50, .num_neurons = 60})["latents"].equal(few));
}

TEST_F(Simulate, SessionsOfASeedHaveTheSameLatentsAndOtherNeurons) {
  auto first = arrays({.num_bins = 50});
  for (auto& [name, values] : first) values = values.clone();
  auto second = arrays({.num_bins = 50, .session = 1});
  EXPECT_TRUE(second["latents"].equal(first["latents"]));
  EXPECT_TRUE(second["side"].equal(first["side"]));
  EXPECT_FALSE(second["neurons"].allclose(first["neurons"], 0, 0.5));
}

TEST_F(Simulate, TheSideIsThatOfZ2sFirstColumn) {
  auto found = arrays({.num_bins = 2000});
  for (std::int64_t side = 0; side < 2; ++side) {
    const at::Tensor z2 = found["Z2"].index_select(0, found["side"].eq(side).nonzero().flatten());
    ASSERT_GT(z2.size(0), 200);
    EXPECT_EQ((z2.select(1, 0) > 0).all().item<bool>(), side == 1);
  }
}

TEST_F(Simulate, WhatIsOutOfBoundsIsReportedAllAtOnce) {
  const SimulateOptions wrong{.num_bins = 1, .num_neurons = 1, .noise = -1, .seed = -1};
  EXPECT_EQ(message_of([&] { simulate(wrong, file); }),
            "num_bins must be >= 2 and <= 100000000, got 1\n"
            "num_neurons must be >= 2 and <= 100000, got 1\n"
            "noise must be >= 0 and <= 1000000, got -1.0\n"
            "seed must be >= 0, got -1");
}

}  // namespace
}  // namespace facet
