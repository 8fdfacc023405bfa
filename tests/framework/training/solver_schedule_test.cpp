// What fit makes of learning rates, several batches a step, early stopping and saving.
#include <gmock/gmock.h>

#include "framework/cebra/fit_hooks.h"
#include "framework/training/toy_training.h"
#include "message_of.h"

namespace facet {
namespace {

using Fit = Solver::FitOptions;
using testing::ElementsAre;

/// The second output learns 2t from t; see solver_fit_test.cpp.
struct Regression {
  std::unique_ptr<MultiobjectiveLoader> loader, held_out;
  std::unique_ptr<Solver> solver;

  explicit Regression(std::int64_t num_steps, Solver::Options options = {}, double rate = 1e-3,
                      std::int64_t batches_per_step = 1)
      : loader(toy::counting_loader(num_steps, {{0, 30}}, 0, {0, 1}, batches_per_step)),
        held_out(toy::counting_loader(2, {{30, 40}})) {
    MultiObjectiveConfig config(*loader);
    config.set_slice(1, 2);
    config.set_loss("Squares");
    config.set_target("twice");
    config.push();
    config.finalize();
    held_out->add_target("twice");
    held_out->finalize();
    solver.reset(new Solver(toy::solver_for(config.criterion(), std::move(options), rate)));
  }

  double weight() const { return solver->model().parameters()[0][1].item<double>(); }
  /// d loss / d w at w = 1 on a batch: the loss is (2 - w)^2 mean t^2.
  double first_gradient(std::int64_t batch) const {
    const at::Tensor t = loader->batch(batch).objectives[0].reference.to(at::kDouble);
    return -2 * t.square().mean().item<double>();
  }
};

/// 1, 1/2, 1/3, ...
class Falling : public LearningRate {
 public:
  double factor(std::int64_t step) const override { return 1.0 / static_cast<double>(step + 1); }
};

TEST(SolverLearningRate, MultipliesItsSchedulesAndReportsTheFactor) {
  Regression regression(3);
  Fit options;
  options.learning_rate = {std::make_shared<Falling>(), std::make_shared<Falling>()};
  regression.solver->fit(*regression.loader, options);
  EXPECT_THAT(regression.solver->log().column("learning_rate_factor"),
              ElementsAre(1, 0.25, testing::DoubleEq(1.0 / 9)));
}

TEST(SolverLearningRate, ScalesTheUpdate) {
  struct Half : LearningRate {
    double factor(std::int64_t) const override { return 0.5; }
  };
  Regression half(1);
  Fit options;
  options.learning_rate = {std::make_shared<Half>()};
  half.solver->fit(*half.loader, options);
  EXPECT_NEAR(half.weight(), 1 - 0.5e-3 * half.first_gradient(0), 1e-5);
}

TEST(SolverBatchesPerStep, AveragesTheirGradientsAndLosses) {
  Regression regression(1, {}, 1e-3, 3);
  regression.solver->fit(*regression.loader);
  double gradient = 0;
  for (const std::int64_t batch : {0, 1, 2}) gradient += regression.first_gradient(batch) / 3;
  EXPECT_NEAR(regression.weight(), 1 - 1e-3 * gradient, 1e-5);
  EXPECT_NEAR(regression.solver->history()[0], -gradient / 2, 1e-3);
  EXPECT_EQ(regression.solver->metadata().batches_seen, 3);
}

TEST(SolverBatchesPerStep, GoOnWhereTheLastStepEnded) {
  Regression two_at_once(2, {}, 1e-9, 2), one_by_one(4, {}, 1e-9);  // the weight hardly moves
  two_at_once.solver->fit(*two_at_once.loader);
  one_by_one.solver->fit(*one_by_one.loader);
  const auto& each = one_by_one.solver->history();
  EXPECT_NEAR(two_at_once.solver->history()[1], (each[2] + each[3]) / 2, 1e-2);
}

TEST(SolverGradientClip, BoundsTheUpdate) {
  Solver::Options options;
  options.gradient_clip = 2.0;
  Regression regression(1, options);
  regression.solver->fit(*regression.loader);
  EXPECT_NEAR(regression.weight(), 1 + 2e-3, 1e-6);
}

/// The other parameters of the model have none, since the loss sees one of two outputs.
TEST(SolverGradientClip, ReportsTheNormThatItFound) {
  Solver::Options options;
  options.gradient_clip = 2.0;
  Regression clipped(1, options), unclipped(1);
  for (Regression* regression : {&clipped, &unclipped}) {
    regression->solver->fit(*regression->loader);
    EXPECT_NEAR(regression->solver->log().column("gradient_norm")[0],
                -regression->first_gradient(0), 1e-2);
  }
}

TEST(SolverPatience, EndsEarlyWithTheBestParameters) {
  Regression diverging(100, {}, 1e-2);  // so large that the loss grows from the first step
  Fit fit;
  fit.patience = 3;
  fit.valid_loader = diverging.held_out.get();
  fit.valid_frequency = 2;
  EXPECT_EQ(diverging.solver->fit(*diverging.loader, fit), FitEnd::stopped_early);
  EXPECT_THAT(diverging.solver->validation_log().steps(), ElementsAre(2, 4, 6, 8));
  const double best = diverging.solver->validation_log().column("total")[0];
  EXPECT_FLOAT_EQ(diverging.solver->validation(*diverging.held_out)[0].value.item<double>(), best);
}

TEST(SolverPatience, KeepsTheBestParametersWhenAllStepsAreDone) {
  Regression diverging(10, {}, 1e-2);
  Fit fit;
  fit.patience = 50;
  fit.valid_loader = diverging.held_out.get();
  fit.valid_frequency = 2;
  EXPECT_EQ(diverging.solver->fit(*diverging.loader, fit), FitEnd::done);
  const double best = diverging.solver->validation_log().column("total")[0];
  EXPECT_FLOAT_EQ(diverging.solver->validation(*diverging.held_out)[0].value.item<double>(), best);
}

TEST(SolverOptions, AreThoseThatAConfigMayHave) {
  Solver::Options options;
  options.gradient_clip = -1.0;
  EXPECT_EQ(message_of([&] { Regression(1, options); }), "gradient_clip must be > 0, got -1.0");
  Regression regression(1);
  Fit fit;
  fit.valid_frequency = 0;
  EXPECT_EQ(message_of([&] { regression.solver->fit(*regression.loader, fit); }),
            "valid_frequency must be >= 1, got 0");
}

TEST(SolverSaving, IsAsOftenAsAskedAndAtValidations) {
  Regression regression(20);
  std::vector<std::int64_t> saved;
  Fit options;
  options.valid_loader = regression.held_out.get();
  options.valid_frequency = 7;
  options.checkpoint_frequency = 5;
  options.observers = {save_hook([&](std::int64_t step) { saved.push_back(step); })};
  regression.solver->fit(*regression.loader, options);
  EXPECT_THAT(saved, ElementsAre(5, 7, 10, 14, 15, 20));
}

TEST(SolverSaving, NeedsNoHeldOutData) {
  Regression regression(12);
  std::vector<std::int64_t> saved;
  Fit options;
  options.valid_frequency = 5;
  options.observers = {save_hook([&](std::int64_t step) { saved.push_back(step); })};
  regression.solver->fit(*regression.loader, options);
  EXPECT_THAT(saved, ElementsAre(5, 10, 12));
}

}  // namespace
}  // namespace facet
