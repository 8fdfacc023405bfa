#include "framework/cebra/multiobjective_model.h"

#include <ATen/Functions.h>
#include <gmock/gmock.h>

#include <iostream>

#include "facet/error.h"
#include "facet/warning.h"
#include "framework/toy_components.h"

namespace facet {
namespace {

using Mode = MultiobjectiveModel::Mode;
using Ranges = std::vector<FeatureRange>;

std::shared_ptr<Model> four_outputs() {
  return std::make_shared<toy::SumModel>(toy::SumModel::Options{4, 0}, Model::Arguments{1});
}

TEST(MultiobjectiveModel, OverlappingRangesBeginAtZero) {
  const MultiobjectiveModel model(four_outputs(), {1, 4}, false, Mode::OVERLAPPING);
  EXPECT_EQ(model.feature_ranges(), (Ranges{{0, 1}, {0, 4}}));
}

TEST(MultiobjectiveModel, SeparateRangesFollowOneAnother) {
  const MultiobjectiveModel model(four_outputs(), {1, 3}, false, Mode::SEPARATE, true);
  EXPECT_EQ(model.feature_ranges(), (Ranges{{0, 1}, {1, 3}, {3, 4}}));
}

TEST(MultiobjectiveModel, NormalizesEveryOutputByItself) {
  MultiobjectiveModel model(four_outputs(), {1, 4}, true);
  const auto outputs = model.outputs(at::full({1, 1, 1}, 3.0F));
  EXPECT_TRUE(at::allclose(outputs[0], at::ones({1, 1})));
  EXPECT_TRUE(at::allclose(outputs[1], at::full({1, 4}, 0.5F)));
}

TEST(MultiobjectiveModel, KnowsItsModes) {
  EXPECT_TRUE(Mode::is_valid("overlapping"));
  EXPECT_TRUE(Mode::is_valid("separate"));
  EXPECT_FALSE(Mode::is_valid("other"));
  EXPECT_THROW(MultiobjectiveModel(four_outputs(), {4}, false, "other"), Error);
}

TEST(MultiobjectiveModel, SaysOnceThatItIsDeprecated) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");  // a process in which nothing was said yet
  const auto create_two = [] {
    const WarningSink to_errors([](const std::string& warning) { std::cerr << warning << '\n'; });
    MultiobjectiveModel(four_outputs(), {4});
    MultiobjectiveModel(four_outputs(), {4});
    std::exit(0);
  };
  EXPECT_EXIT(create_two(), testing::ExitedWithCode(0),
              "^MultiobjectiveModel is deprecated: use SubspaceMultiobjectiveModel\n$");
}

}  // namespace
}  // namespace facet
