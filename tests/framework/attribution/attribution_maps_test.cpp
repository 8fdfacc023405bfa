#include "framework/attribution/attribution_maps.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>
#include <gmock/gmock.h>

#include "framework/toy_components.h"
#include "message_of.h"

namespace facet {
namespace {

/// Of every window itself, for two outputs the second of which has the other sign.
class Copy : public Attribution {
 public:
  explicit Copy(bool is_jacobian = false) : is_jacobian_(is_jacobian) {}
  at::Tensor attribute(Model& model, const at::Tensor& windows, Random&) const override {
    EXPECT_FALSE(model.is_training());
    return at::stack({windows, -2 * windows}, 1);
  }
  std::string map_name() const override { return "copy"; }
  bool is_jacobian() const override { return is_jacobian_; }

 private:
  bool is_jacobian_;
};

/// Sums over two bins of three neurons.
toy::SumModel pair_model() {
  toy::SumModel::Options options;
  options.context = 1;
  return toy::SumModel(options, {3});
}

std::vector<std::string> names_of(const std::vector<NamedTensor>& maps) {
  std::vector<std::string> names;
  for (const NamedTensor& map : maps) names.push_back(map.name);
  return names;
}

Recording six_bins() {
  Recording recording;
  recording.name = "some.npz";
  recording.signals = at::tensor({1.F, -1.F, 0.F, 3.F, 5.F, 7.F, 2.F, 2.F, 2.F, 0.F, 0.F, 0.F, 4.F,
                                  -4.F, 1.F, 6.F, 6.F, -3.F})
                          .view({6, 3});
  recording.segments = {{0, 3}, {3, 6}};
  return recording;
}

TEST(AttributionMaps, AreMeansOverTheWindowWithAndWithoutTheSign) {
  toy::SumModel model = pair_model();
  model.eval();
  const at::Tensor windows = at::tensor({1.F, 3.F, -1.F, 5.F, 0.F, 7.F}).view({1, 3, 2});
  Random random(0);
  const auto maps = attribution_maps(Copy(), model, windows, random);
  EXPECT_THAT(names_of(maps), testing::ElementsAre("copy", "copy-convabs"));
  EXPECT_TRUE(maps[0].tensor.equal(at::tensor({2.F, 2.F, 3.5F, -4.F, -4.F, -7.F}).view({1, 2, 3})));
  EXPECT_TRUE(maps[1].tensor.equal(at::tensor({2.F, 3.F, 3.5F, 4.F, 6.F, 7.F}).view({1, 2, 3})));
}

TEST(AttributionMaps, OfAJacobianHaveInverses) {
  toy::SumModel model({}, {3});
  model.eval();
  Random random(0);
  const at::Tensor windows = at::tensor({1.F, -2.F, 2.F}).view({1, 3, 1});
  const auto maps = attribution_maps(Copy(true), model, windows, random);
  EXPECT_THAT(names_of(maps),
              testing::ElementsAre("copy", "copy-inv-lsq", "copy-inv-svd", "copy-convabs",
                                   "copy-convabs-inv-lsq", "copy-convabs-inv-svd"));
  // J = a b' with a = (1, -2), b the window: its inverse is J' / (|a|^2 |b|^2), and |a|^2 |b|^2
  // = 45.
  for (const std::size_t i : {1U, 2U, 4U, 5U})
    EXPECT_TRUE(at::allclose(maps[i].tensor, maps[0].tensor.to(at::kDouble) / 45, 1e-9, 1e-12));
  EXPECT_TRUE(maps[3].tensor.equal(maps[0].tensor)) << "one bin keeps its sign";
}

TEST(Attribute, AveragesAbsoluteMapsOverTheBinsWithAFullWindow) {
  toy::SumModel model = pair_model();
  model.train();
  AttributionOptions options;
  options.batch_size = 3;
  std::vector<at::Tensor> batches;
  const auto result =
      attribute(Copy(), model, six_bins(), options,
                [&](const at::Tensor& bins, const auto&) { batches.push_back(bins); });
  EXPECT_THAT(result.bins, testing::ElementsAre(1, 2, 4, 5)) << "segments begin at 0 and 3";
  EXPECT_EQ(batches.size(), 2U);
  EXPECT_TRUE(model.is_training());
  // Windows' means: (2, 2, 3.5), (2.5, 3.5, 4.5), (2, -2, 0.5), (5, 1, -1).
  const at::Tensor one = at::tensor({11.5, 8.5, 9.5}, at::kDouble) / 4;
  EXPECT_TRUE(at::allclose(result.maps[0].tensor, at::stack({one, 2 * one})));
}

// Not the inverse of the mean, nor the mean of inverses with their signs.
TEST(Attribute, AveragesAbsoluteInverses) {
  toy::SumModel model = pair_model();
  const auto result = attribute(Copy(true), model, six_bins(), {});
  // J = a b' with a = (1, -2) and b the window's mean: its inverse is J' / (5 |b|^2).
  at::Tensor expected = at::zeros({3}, at::kDouble);
  for (const auto& b :
       {std::vector<double>{2, 2, 3.5}, {2.5, 3.5, 4.5}, {2, -2, 0.5}, {5, 1, -1}}) {
    const at::Tensor mean = at::tensor(b, at::kDouble);
    expected += mean.abs() / (5 * mean.square().sum()) / 4;
  }
  for (const std::size_t i : {1U, 2U})
    EXPECT_TRUE(at::allclose(result.maps[i].tensor, at::stack({expected, 2 * expected})))
        << result.maps[i].name;
}

TEST(Attribute, DrawsAsManyBinsAsAreAskedFor) {
  toy::SumModel model = pair_model();
  AttributionOptions options;
  options.num_samples = 2;
  const auto drawn = [&](std::int64_t seed) {
    options.seed = seed;
    return attribute(Copy(), model, six_bins(), options).bins;
  };
  EXPECT_EQ(drawn(3).size(), 2U);
  EXPECT_EQ(drawn(3), drawn(3));
  EXPECT_LT(drawn(3)[0], drawn(3)[1]);
}

TEST(Attribute, RefusesMoreBinsThanThereAre) {
  toy::SumModel model = pair_model();
  AttributionOptions options;
  options.num_samples = 5;
  EXPECT_EQ(message_of([&] { attribute(Copy(), model, six_bins(), options); }),
            "some.npz: 4 bins have a full window of the model, 5 are needed");
}

}  // namespace
}  // namespace facet
