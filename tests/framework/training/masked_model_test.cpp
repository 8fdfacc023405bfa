#include "framework/training/masked_model.h"

#include <ATen/Functions.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "framework/training/toy_training.h"

namespace facet {
namespace {

/// Hides the one neuron in every second window.
class EverySecond : public Mask {
 public:
  at::Tensor keep(const WindowShape& shape, Random&) const override {
    return at::arange(shape.num_windows).add(1).remainder(2).to(at::kFloat).view({-1, 1, 1});
  }
};

/// Hides all or nothing, as the random numbers say.
class AllOrNothing : public Mask {
 public:
  at::Tensor keep(const WindowShape&, Random& random) const override {
    return at::full({1, 1, 1}, random.uniform() < 0.5 ? 1.F : 0.F);
  }
};

/// The output of a model that sums its window, whose parameters are ones, in two columns.
std::shared_ptr<MaskedModel> masked(std::shared_ptr<Mask> mask) {
  const auto model =
      std::make_shared<toy::SumModel>(toy::SumModel::Options{2, 1}, Model::Arguments{1});
  return std::make_shared<MaskedModel>(model,
                                       std::vector<std::shared_ptr<const Mask>>{std::move(mask)});
}

at::Tensor four_windows() {
  return at::arange(1, 9, at::kFloat).view({4, 1, 2});
}

TEST(MaskedModel, HidesPartsOfTheWindowsWhileItTrains) {
  const auto model = masked(std::make_shared<EverySecond>());
  const at::Tensor plain = [&] {
    model->eval();
    return model->forward(four_windows());
  }();
  model->train();
  const at::Tensor hidden = model->forward(four_windows());
  EXPECT_TRUE(hidden[0].equal(plain[0]));
  EXPECT_TRUE(hidden[2].equal(plain[2]));
  EXPECT_TRUE(hidden[1].equal(model->forward(at::zeros({1, 1, 2}))[0]));
  EXPECT_FALSE(hidden[1].equal(plain[1]));
}

TEST(MaskedModel, DrawsAsItIsTold) {
  const auto model = masked(std::make_shared<AllOrNothing>());
  const auto output = [&](std::uint64_t step) {
    model->set_random(Random(0, "model", step));
    return model->forward(four_windows()).sum().item<double>();
  };
  EXPECT_TRUE(model->draws());
  EXPECT_EQ(output(3), output(3));
  std::vector<double> outputs;
  for (std::uint64_t step = 0; step < 20; ++step) outputs.push_back(output(step));
  EXPECT_NE(std::count(outputs.begin(), outputs.end(), outputs[0]), 20);
}

TEST(MaskedModel, HasTheGradientOfTheMaskedWindows) {
  const auto model = masked(std::make_shared<EverySecond>());
  at::Tensor windows = four_windows().requires_grad_();
  model->forward(windows).sum().backward();
  EXPECT_FALSE(windows.grad()[1].eq(0).any().item<bool>());
}

}  // namespace
}  // namespace facet
