// The example pack, installed into a store of its own and used from there.
#include <ATen/ops/tensor.h>
#include <gmock/gmock.h>

#include <filesystem>
#include <map>

#include "facet/criterion.h"
#include "facet/distribution.h"
#include "facet/framework.h"
#include "framework/shipping/build_pack.h"
#include "framework/shipping/install_pack.h"
#include "temporary_folder.h"

namespace facet {
namespace {

class LabPack : public testing::Test {
 protected:
  LabPack() {
    setenv("FACET_PACK_PATH", store_.path().c_str(), 1);
    const TemporaryFolder folder;
    const std::string pack = folder.path() + "/lab_pack", archive = pack + ".facetpack";
    std::filesystem::copy(LAB_PACK, pack);
    build_pack(pack, archive);
    install_pack(archive, {.allow_unsigned = true});
    registry_ = open_registry();
  }
  ~LabPack() override { unsetenv("FACET_PACK_PATH"); }

  Registry& registry() { return *registry_; }
  std::string store() const { return store_.path(); }

 private:
  TemporaryFolder store_;
  std::unique_ptr<Registry> registry_;
};

TEST_F(LabPack, IsFoundWithItsComponents) {
  const PluginInfo& plugin = registry().plugin_of("criterion", "lab/TripletLoss");
  EXPECT_EQ(plugin.path, store() + "/lab_pack/1.0.0/lab.so");
  EXPECT_EQ(plugin.version, "1.0.0");
  EXPECT_EQ(registry().find("distribution", "lab/time_window").options.at(0).name, "radius");
  EXPECT_TRUE(std::filesystem::exists(store() + "/lab_pack/1.0.0/example.toml"));
}

TEST_F(LabPack, TripletLossAsWorkedOutByHand) {
  const auto criterion =
      registry().create<ContrastiveCriterion>({"lab/TripletLoss", {{"margin", 2.0}}});
  // Squared distances: 1 to the positive, 1 and 9 to the negatives.
  const auto loss =
      criterion->forward(at::tensor({0.0}).view({1, 1}), at::tensor({1.0}).view({1, 1}),
                         at::tensor({-1.0, 3.0}).view({2, 1}));
  EXPECT_DOUBLE_EQ(loss.total.item<double>(), (2.0 + 0.0) / 2);
  EXPECT_DOUBLE_EQ(loss.alignment.item<double>(), 1.0);
  EXPECT_DOUBLE_EQ(loss.uniformity.item<double>(), 0.0);
}

TEST_F(LabPack, TimeWindowDrawsEveryBinAroundTheReferenceEquallyOften) {
  SamplingSpace space;
  space.segments = {{0, 10}, {10, 14}};  // the second is too short for a window of 2 + 1 + 2 bins
  space.bins = Bins(space.segments);
  const auto distribution =
      registry().create<Distribution>({"lab/time_window", {{"radius", 2}}}, space);
  EXPECT_THAT(distribution->references().all(), testing::ElementsAre(2, 3, 4, 5, 6, 7));

  const std::vector<std::int64_t> references(40000, 5);
  Random random(0);
  std::map<std::int64_t, int> counts;
  for (const std::int64_t bin : distribution->sample(references, random)) ++counts[bin];
  // Four bins with probability 1/4: standard deviation 87.
  EXPECT_THAT(counts, testing::ElementsAre(
                          testing::Pair(3, testing::AllOf(testing::Gt(9600), testing::Lt(10400))),
                          testing::Pair(4, testing::AllOf(testing::Gt(9600), testing::Lt(10400))),
                          testing::Pair(6, testing::AllOf(testing::Gt(9600), testing::Lt(10400))),
                          testing::Pair(7, testing::AllOf(testing::Gt(9600), testing::Lt(10400)))));
}

}  // namespace
}  // namespace facet
