#include "framework/cebra/subspace_models.h"

#include <ATen/Functions.h>
#include <gmock/gmock.h>

#include "facet/error.h"
#include "framework/toy_components.h"

namespace facet {
namespace {

/// Three outputs of one neuron x: (3x, 4x, 12x).
std::shared_ptr<toy::SumModel> three_outputs(std::int64_t context = 0) {
  auto model =
      std::make_shared<toy::SumModel>(toy::SumModel::Options{3, context}, Model::Arguments{1});
  model->weight.set_data(at::tensor({3.0F, 4.0F, 12.0F}).view({3, 1}));
  return model;
}

at::Tensor one_window(float value) {
  return at::full({1, 1, 1}, value);
}

TEST(SubspaceMultiobjectiveModel, CutsTheEmbeddingIntoItsFeatureRanges) {
  SubspaceMultiobjectiveModel model(three_outputs(), {{0, 2}, {1, 3}}, false);
  const auto outputs = model.outputs(one_window(1));
  ASSERT_EQ(outputs.size(), 2u);
  EXPECT_TRUE(outputs[0].equal(at::tensor({3.0F, 4.0F}).view({1, 2})));
  EXPECT_TRUE(outputs[1].equal(at::tensor({4.0F, 12.0F}).view({1, 2})));
}

TEST(SubspaceMultiobjectiveModel, GivesTheWholeEmbeddingWhenOutputsAreNotSplit) {
  SubspaceMultiobjectiveModel model(three_outputs(), {{0, 2}, {1, 3}}, false, false);
  ASSERT_EQ(model.outputs(one_window(2)).size(), 1u);
  EXPECT_TRUE(model.outputs(one_window(2))[0].equal(at::tensor({6.0F, 8.0F, 24.0F}).view({1, 3})));
}

TEST(SubspaceMultiobjectiveModel, BringsEachPartToUnitLengthSoThatASpanOfTwoHasNormSqrt2) {
  SubspaceMultiobjectiveModel model(three_outputs(), {{2, 3}, {0, 3}}, true);
  const auto outputs = model.outputs(one_window(1));
  EXPECT_TRUE(at::allclose(outputs[0], at::tensor({1.0F}).view({1, 1})));
  EXPECT_TRUE(at::allclose(outputs[1], at::tensor({0.6F, 0.8F, 1.0F}).view({1, 3})));
  EXPECT_FLOAT_EQ(outputs[1].norm().item<float>(), std::sqrt(2.0F));
}

TEST(SubspaceMultiobjectiveModel, RenormalizesTheSameInWhicheverOrderSlicesAreListed) {
  SubspaceMultiobjectiveModel model(three_outputs(), {{2, 3}, {0, 2}}, true);
  EXPECT_TRUE(
      at::allclose(model.forward(one_window(1)), at::tensor({0.6F, 0.8F, 1.0F}).view({1, 3})));
}

TEST(SubspaceMultiobjectiveModel, KeepsAZeroVectorZero) {
  SubspaceMultiobjectiveModel model(three_outputs(), {{0, 3}}, true);
  const at::Tensor window = one_window(0).requires_grad_();
  const at::Tensor output = model.forward(window);
  EXPECT_TRUE(output.equal(at::zeros({1, 3})));
  output.sum().backward();
  EXPECT_TRUE(window.grad().isfinite().all().item<bool>());
}

TEST(SubspaceMultiobjectiveModel, RefusesSlicesThatDoNotFit) {
  const auto refusal = [](const std::vector<FeatureRange>& ranges) -> std::string {
    try {
      SubspaceMultiobjectiveModel model(three_outputs(), ranges, false);
    } catch (const Error& error) {
      return error.what();
    }
    return "accepted";
  };
  EXPECT_EQ(refusal({{2, 2}}), "the slice 2:2 is empty");
  EXPECT_EQ(refusal({{0, 4}}), "the slice 0:4 goes beyond the model's 3 outputs");
  EXPECT_EQ(refusal({}), "a multi-objective model needs a feature range");
}

TEST(SubspaceMultiobjectiveModel, PrefixesItsStateWithModule) {
  SubspaceMultiobjectiveModel model(three_outputs(), {{0, 3}}, false);
  EXPECT_EQ(model.named_parameters().keys(), std::vector<std::string>{"module.weight"});
}

TEST(SubspaceMultiobjectiveConvolutionalModel, EmbedsEveryBinOfALongWindow) {
  SubspaceMultiobjectiveConvolutionalModel model(three_outputs(1), {{0, 1}, {1, 3}}, false);
  const at::Tensor window = at::tensor({1.0F, 2.0F, 4.0F}).view({1, 1, 3});
  const auto outputs = model.outputs(window);  // sums of two bins: 3, 6
  EXPECT_TRUE(outputs[0].equal(at::tensor({9.0F, 18.0F}).view({1, 1, 2})));
  EXPECT_TRUE(outputs[1].equal(at::tensor({12.0F, 24.0F, 36.0F, 72.0F}).view({1, 2, 2})));
}

TEST(SubspaceMultiobjectiveConvolutionalModel, RefusesAModelThatIsNotConvolutional) {
  EXPECT_THROW(SubspaceMultiobjectiveConvolutionalModel(three_outputs(), {{0, 3}}, false), Error);
}

}  // namespace
}  // namespace facet
