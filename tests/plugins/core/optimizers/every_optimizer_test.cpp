// Every optimizer that a plugin registers is tested here by being registered.
#include <ATen/ops/equal.h>

#include "plugins/core/optimizers/descent.h"

namespace facet {
namespace {

/// All optimizers; also with the options that make them keep more.
std::vector<Descent> every_descent() {
  std::vector<Descent> all;
  for (const std::string& name : built_components("optimizer")) all.emplace_back(name);
  all.emplace_back("Adam", Table{{"amsgrad", true}});
  all.emplace_back("AdamW", Table{{"amsgrad", true}});
  all.emplace_back("SGD", Table{{"momentum", 0.5}, {"nesterov", true}});
  all.emplace_back("RMSprop", Table{{"momentum", 0.5}, {"centered", true}});
  all.emplace_back("Adagrad", Table{{"lr_decay", 0.1}});
  all.emplace_back("LBFGS", Table{{"line_search_fn", "strong_wolfe"}, {"max_iter", 3}});
  return all;
}

TEST(EveryOptimizer, LowersTheLoss) {
  for (Descent& descent : every_descent()) {
    const double before = descent.loss();
    descent.after(5);
    EXPECT_LT(descent.loss(), before);
  }
}

TEST(EveryOptimizer, GoesOnFromItsStateToTheLastBit) {
  std::vector<Descent> whole = every_descent(), stopped = every_descent(),
                       resumed = every_descent();
  for (std::size_t i = 0; i < whole.size(); ++i) {
    stopped[i].after(4);
    resumed[i].p.set_data(stopped[i].p.detach().clone());
    resumed[i].optimizer->load_state(stopped[i].optimizer->state());
    EXPECT_EQ(resumed[i].after(5), whole[i].after(9)) << i;
  }
}

TEST(EveryOptimizer, KeepsAStateThatLaterStepsLeaveAlone) {
  for (Descent& descent : every_descent()) {
    descent.after(2);
    std::vector<at::Tensor> before;
    const std::vector<NamedTensor> state = descent.optimizer->state();
    for (const NamedTensor& own : state) before.push_back(own.tensor.clone());
    descent.after(2);
    for (std::size_t k = 0; k < state.size(); ++k)
      EXPECT_TRUE(at::equal(state[k].tensor, before[k])) << state[k].name;
  }
}

TEST(EveryOptimizer, RefusesAStateThatItDoesNotKnow) {
  for (Descent& descent : every_descent()) {
    EXPECT_EQ(error_of([&] {
                descent.optimizer->load_state({{"0.other", at::tensor(1.0)}});
              }),
              "the optimizer's state has 1 arrays, of which it knows 0");
  }
}

TEST(EveryOptimizer, DoesNotMoveWhenItsLearningRateIsScaledToZero) {
  for (Descent& descent : every_descent()) {
    descent.optimizer->scale_learning_rate(0);
    EXPECT_EQ(descent.after(2), (std::vector<double>{-1.0, 1.5}));
  }
}

TEST(ScaledLearningRate, IsOfTheOptionsAndNotOfTheLastFactor) {
  Descent scaled("SGD", {{"lr", 0.4}}), plain("SGD", {{"lr", 0.1}});
  scaled.optimizer->scale_learning_rate(0.5);
  scaled.optimizer->scale_learning_rate(0.25);
  EXPECT_EQ(scaled.after(3), plain.after(3));
}

}  // namespace
}  // namespace facet
