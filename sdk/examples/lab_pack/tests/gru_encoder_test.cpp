#include <ATen/core/grad_mode.h>
#include <ATen/ops/tensor.h>
#include <gmock/gmock.h>

#include <cmath>

#include "facet/model.h"
#include "lab.h"

namespace lab {
namespace {

/// One unit, whose gates are open by half: their weights and biases are 0, of sigmoid 1/2. What it
/// takes in is tanh(x + c / 2), c being the bias of the state; its state is half of that and half
/// of the last.
class GruEncoder : public testing::Test {
 protected:
  GruEncoder() {
    const at::NoGradGuard no_gradients;
    auto parameters = model_->named_parameters();
    for (auto& own : parameters) own.value().zero_();
    parameters["units.weight_ih_l0"][2] = 1;
    parameters["units.bias_hh_l0"][2] = 2 * std::log(2.0);
    parameters["output.weight"].fill_(2);
    parameters["output.bias"].fill_(1);
  }

  double output(const std::vector<double>& window) {
    const at::Tensor windows = at::tensor(window).to(at::kFloat).view({1, 1, 2});
    return model_->forward(windows).item<double>();
  }

  const std::shared_ptr<facet::Model> model_ = registry().create<facet::Model>(
      {"lab/gru", {{"window", 2}, {"num_units", 1}, {"num_output", 1}, {"normalize", false}}},
      {.num_neurons = 1});
};

/// tanh(log 2) = 3/5, tanh(log 3) = 4/5: the states are 2/5, then 3/10 + 1/5.
TEST_F(GruEncoder, IsAsWorkedOutByHand) {
  EXPECT_NEAR(output({std::log(1.5), 0}), 2 * 0.5 + 1, 1e-6);
}

TEST_F(GruEncoder, BeginsAnewInEachWindow) {
  const double first = output({std::log(1.5), 0});
  output({3, -2});
  EXPECT_EQ(output({std::log(1.5), 0}), first);
}

TEST_F(GruEncoder, SeesNothingAfterTheBinThatIsEmbedded) {
  EXPECT_EQ(model_->offset(), (facet::Offset{1, 1}));
}

}  // namespace
}  // namespace lab
