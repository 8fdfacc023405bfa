#include "facet/stochastic.h"

#include <gtest/gtest.h>

#include "facet/model.h"

namespace facet {
namespace {

class Noise : public torch::nn::Module, public Stochastic {
 public:
  void draw_from(const Random& random) override { stream = random; }
  Random stream{0};
};

class NoisyModel : public Model {
 public:
  explicit NoisyModel(bool noisy = true) {
    if (!noisy) return;
    const auto inner = register_module("inner", std::make_shared<torch::nn::Module>());
    first = inner->register_module("first", std::make_shared<Noise>());
    second = register_module("second", std::make_shared<Noise>());
  }
  at::Tensor forward(const at::Tensor& windows) override { return windows; }
  Offset offset() const override { return {}; }
  std::int64_t num_output() const override { return 1; }

  std::shared_ptr<Noise> first, second;
};

TEST(Stochastic, IsFoundWhereverItSitsAndHasAStreamOfItsOwn) {
  NoisyModel model;
  model.set_random(Random(1));
  const std::uint64_t first = Random(model.first->stream)();
  EXPECT_NE(first, Random(model.second->stream)());
  model.set_random(Random(2));
  EXPECT_NE(Random(model.first->stream)(), first);
  model.set_random(Random(1));
  EXPECT_EQ(Random(model.first->stream)(), first);
}

TEST(Stochastic, DrawsInTrainingAlone) {
  NoisyModel model;
  EXPECT_TRUE(model.draws());
  model.eval();
  EXPECT_FALSE(model.draws());
  EXPECT_FALSE(NoisyModel(false).draws());
}

}  // namespace
}  // namespace facet
