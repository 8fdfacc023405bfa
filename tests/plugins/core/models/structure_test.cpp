// Every model that the reference knows.
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "facet/model.h"
#include "facet/warning.h"
#include "plugins/built_plugins.h"

namespace facet {
namespace {

using Shapes = std::map<std::string, std::vector<std::int64_t>>;

nlohmann::json reference() {
  std::ifstream file(FACET_REFERENCE_MODELS);
  return nlohmann::json::parse(file);
}

Shapes state_shapes(const Model& model) {
  Shapes shapes;
  for (const auto& parameter : model.named_parameters())
    shapes[parameter.key()] = parameter.value().sizes().vec();
  for (const auto& buffer : model.named_buffers())
    shapes[buffer.key()] = buffer.value().sizes().vec();
  return shapes;
}

/// Without num_units where it does not apply and would draw a warning.
Table sizes(const std::string& name) {
  Table sizes_of_model{{"num_output", 3}};
  const bool own_sizes = name == "offset1-model-mse" || name == "offset1-model-mse-tanh" ||
                         name.starts_with("offset1-model-mse-clip-");
  if (!own_sizes) sizes_of_model.set("num_units", 8);
  if (name.starts_with("supervised")) sizes_of_model.set("label_num", 4);
  return sizes_of_model;
}

TEST(ModelStructure, IsThatOfTheReference) {
  const auto models = reference().at("models");
  ASSERT_EQ(models.size(), 147U);
  for (const auto& wanted : models) {
    const std::string name = wanted.at("name");
    SCOPED_TRACE(name);
    const auto model = make<Model>("core/" + name, sizes(name), {.num_neurons = 7});
    EXPECT_EQ(state_shapes(*model), wanted.at("state").get<Shapes>());
    const auto& offset = wanted.at("offset");
    EXPECT_EQ(model->offset(), (Offset{offset.at("left"), offset.at("right")}));
    // What resamples is embedded window by window.
    const bool dense = wanted.at("convolutional") && wanted.at("resample_factor") == 1;
    EXPECT_EQ(model->convolutional(), dense);
    EXPECT_EQ(model->normalized(), wanted.at("normalize").get<bool>());
    // Beside the features what is predicted from them.
    EXPECT_EQ(model->num_output(), name.starts_with("supervised") ? 3 + 4 : 3);
  }
}

TEST(ModelStructure, TiesNoWeights) {
  const nlohmann::json models = reference().at("models");
  for (const auto& wanted : models) {
    const std::string name = wanted.at("name");
    const auto model = make<Model>("core/" + name, sizes(name), {.num_neurons = 7});
    std::set<const at::TensorImpl*> tensors;
    for (const at::Tensor& parameter : model->parameters())
      EXPECT_TRUE(tensors.insert(parameter.unsafeGetTensorImpl()).second) << name;
  }
}

TEST(ModelStructure, HasTheDefaultSizes) {
  const auto model = make<Model>("offset10-model", {}, {.num_neurons = 5});
  EXPECT_EQ(state_shapes(*model).at("net.0.weight"), (std::vector<std::int64_t>{32, 5, 2}));
  EXPECT_EQ(model->num_output(), 8);
}

TEST(ModelStructure, OfTheMseFamilyFollowsHiddenUnits) {
  const auto model = make<Model>("offset1-model-mse", {{"hidden_units", Value::List{4, 5, 6}}},
                                 {.num_neurons = 3});
  const Shapes shapes = state_shapes(*model);
  EXPECT_EQ(shapes.at("net.1.weight"), (std::vector<std::int64_t>{4, 3}));
  EXPECT_EQ(shapes.at("net.3.weight"), (std::vector<std::int64_t>{5, 4}));
  EXPECT_EQ(shapes.at("net.5.weight"), (std::vector<std::int64_t>{6, 5}));
  EXPECT_EQ(shapes.at("net.7.weight"), (std::vector<std::int64_t>{8, 6}));
}

TEST(ModelStructure, OfSupervisedModelsHasNoClassifierWithoutLabels) {
  const auto model = make<Model>("supervised1-model", {{"num_output", 3}}, {.num_neurons = 7});
  EXPECT_EQ(state_shapes(*model).count("classifier.weight"), 0U);
  EXPECT_EQ(model->num_output(), 3);
}

TEST(ModelStructure, OfTheMseFamilyNeedsThreeHiddenSizes) {
  const auto with_two = [] {
    make<Model>("offset1-model-mse", {{"hidden_units", Value::List{4, 5}}}, {.num_neurons = 3});
  };
  EXPECT_EQ(error_of(with_two), "hidden_units must have three sizes, got 2");
}

TEST(ModelStructure, OfTheMseFamilyWarnsThatNumUnitsDoesNotApply) {
  std::string told;
  const WarningSink sink([&](const std::string& warning) { told += warning; });
  const auto model =
      make<Model>("offset1-model-mse-clip-5-5", {{"num_units", 64}}, {.num_neurons = 3});
  EXPECT_THAT(told, testing::HasSubstr("num_units does not apply to the offset1-model-mse family"));
  EXPECT_EQ(state_shapes(*model).at("net.1.weight"), (std::vector<std::int64_t>{240, 3}));
}

}  // namespace
}  // namespace facet
