#include <ATen/Functions.h>
#include <gmock/gmock.h>

#include "facet/framework.h"

namespace facet {
namespace {

// The example in the documentation of CEBRA's MultiCriterions, with its numbers and names.
std::vector<LossConfig> losses_of_the_example() {
  return {
      {.indices = {0, 10},  // First 10 dimensions
       .contrastive_loss = ComponentChoice{"InfoNCE", {{"temperature", 1.0}}},
       .supervised_loss = ComponentChoice{"nn.MSELoss"}},
      {.indices = {10, 20},  // Next 10 dimensions
       .contrastive_loss = ComponentChoice{"InfoNCE", {{"temperature", 0.5}}},
       .supervised_loss = ComponentChoice{"nn.L1Loss"}},
  };
}

std::vector<Batch> predictions_of_the_example() {
  const auto random = [] { return at::randn({32, 10}); };
  return {{random(), random(), random()}, {random(), random(), random()}};
}

/// -mean phi(ref, pos) + mean logsumexp phi(ref, neg), phi the dot product over the temperature.
double info_nce(const Batch& batch, double temperature) {
  const at::Tensor ref = batch.reference.to(at::kDouble);
  const at::Tensor pos = (ref * batch.positive.to(at::kDouble)).sum(1) / temperature;
  const at::Tensor neg = ref.matmul(batch.negative.to(at::kDouble).t()) / temperature;
  return (neg.exp().sum(1).log().mean() - pos.mean()).item<double>();
}

TEST(MultiCriterionsExample, OfTheDocumentation) {
  const auto registry = open_registry();
  const std::vector<Batch> predictions = predictions_of_the_example();

  const auto multi_loss = create_criterions(*registry, losses_of_the_example(), "contrastive");
  const std::vector<at::Tensor> losses = multi_loss->forward(predictions);

  ASSERT_EQ(losses.size(), 2u);  // One loss per criterion
  EXPECT_NEAR(losses[0].item<double>(), info_nce(predictions[0], 1.0), 1e-5);
  EXPECT_NEAR(losses[1].item<double>(), info_nce(predictions[1], 0.5), 1e-5);
}

TEST(MultiCriterionsExample, InSupervisedMode) {
  const auto registry = open_registry();
  std::vector<Batch> predictions = predictions_of_the_example();
  for (Batch& batch : predictions) batch.targets.target = batch.positive;

  const auto multi_loss = create_criterions(*registry, losses_of_the_example(), "supervised");
  const std::vector<at::Tensor> losses = multi_loss->forward(predictions);

  ASSERT_EQ(losses.size(), 2u);
  const auto difference = [&](int i) { return predictions[i].reference - predictions[i].positive; };
  EXPECT_NEAR(losses[0].item<double>(), difference(0).square().mean().item<double>(), 1e-5);
  EXPECT_NEAR(losses[1].item<double>(), difference(1).abs().mean().item<double>(), 1e-5);
}

}  // namespace
}  // namespace facet
