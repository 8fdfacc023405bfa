#include <gmock/gmock.h>

#include "framework/cebra/fit_hooks.h"
#include "framework/training/toy_training.h"

namespace facet {
namespace {

using Fit = Solver::FitOptions;

/// The second output learns 2t from t, so its weight goes to 2; rate small enough for t <= 39.
struct Learning {
  std::unique_ptr<MultiobjectiveLoader> loader;
  std::unique_ptr<MultiobjectiveLoader> held_out;
  std::unique_ptr<Solver> solver;
};

Learning learning(std::int64_t num_steps) {
  Learning all;
  all.loader = toy::counting_loader(num_steps, {{0, 30}});
  MultiObjectiveConfig config(*all.loader);
  config.set_slice(1, 2);
  config.set_loss("Squares");
  config.set_target("twice");
  config.push();
  config.finalize();
  all.held_out = toy::counting_loader(2, {{30, 40}});
  all.held_out->add_target("twice");
  all.held_out->finalize();
  all.solver.reset(new Solver(toy::solver_for(config.criterion(), {}, 1e-3)));
  return all;
}

TEST(SolverFit, LearnsAndKeepsTheHistory) {
  Learning all = learning(60);
  all.solver->fit(*all.loader);
  ASSERT_EQ(all.solver->history().size(), 60u);
  EXPECT_LT(all.solver->history().back(), 1e-2 * all.solver->history().front());
  EXPECT_EQ(all.solver->metadata().batches_seen, 60);
  EXPECT_THAT(all.solver->log().names(),
              testing::ElementsAre("total", "objective0.loss", "gradient_norm"));
  const at::Tensor embedding = all.solver->transform(at::full({3, 1}, 5.0F), {{0, 3}});
  EXPECT_NEAR(embedding[0][1].item<float>(), 10, 0.1);
}

TEST(SolverFit, IsTheSameToTheLastBitWithAnyNumberOfSamplingThreads) {
  const auto losses = [](std::int64_t threads) {
    Learning all = learning(40);
    Fit options;
    options.sampling_threads = threads;
    all.solver->fit(*all.loader, options);
    return all.solver->history();
  };
  const auto one = losses(1);
  EXPECT_EQ(losses(2), one);
  EXPECT_EQ(losses(7), one);
}

TEST(SolverFit, ValidatesAndSavesAsOftenAsAsked) {
  Learning all = learning(25);
  std::vector<std::int64_t> saved;
  Fit options;
  options.valid_loader = all.held_out.get();
  options.valid_frequency = 10;
  options.observers = {save_hook([&](std::int64_t step) { saved.push_back(step); })};
  all.solver->fit(*all.loader, options);
  EXPECT_THAT(saved, testing::ElementsAre(10, 20, 25));
  EXPECT_THAT(all.solver->validation_log().steps(), testing::ElementsAre(10, 20, 25));
  EXPECT_TRUE(all.solver->model().is_training());
}

TEST(SolverFit, LogsAsOftenAsAskedAndAtTheEnd) {
  Learning all = learning(25);
  std::vector<std::int64_t> logged;
  Fit options;
  const auto log = [&](const Report& report) {
    EXPECT_EQ(report.num_steps, 25);
    logged.push_back(report.step);
  };
  options.observers = {logger(log, 10)};
  all.solver->fit(*all.loader, options);
  EXPECT_THAT(logged, testing::ElementsAre(10, 20, 25));
}

TEST(SolverFit, EndsAfterTheStepInWhichItIsInterruptedAndSaves) {
  Learning all = learning(1000);
  std::int64_t saved_at = 0;
  Fit options;
  options.observers = {interrupted([&] { return all.solver->metadata().batches_seen == 7; }),
                       save_hook([&](std::int64_t step) { saved_at = step; })};
  all.solver->fit(*all.loader, options);
  EXPECT_EQ(all.solver->history().size(), 7u);
  EXPECT_EQ(saved_at, 7);
}

TEST(SolverFit, WeighsLossesByTheSchedulerOfTheStep) {
  Learning all = learning(3);
  Fit options;
  options.scheduler_loss = toy::registry().create<Scheduler>({"Rising"}, {1});
  all.solver->fit(*all.loader, options);
  const auto& weights = all.solver->log().column("objective0.weight");
  EXPECT_TRUE(std::isnan(weights[0]));
  EXPECT_EQ(weights[1], 1);
  EXPECT_EQ(weights[2], 2);
}

TEST(SolverFit, TellsObserversOfEveryStepAndOfTheEnd) {
  struct Counter : Observer {
    void on_begin(const TrainingStart& start) override { num_steps = start.num_steps; }
    Training on_step(const Report& report) override {
      steps.push_back(report.step);
      return Training::goes_on;
    }
    Training on_validation(const Report&) override {
      ++validations;
      return Training::goes_on;
    }
    Training on_checkpoint(std::int64_t step) override {
      saved.push_back(step);
      return Training::goes_on;
    }
    void on_end() override { ++ends; }
    std::vector<std::int64_t> steps, saved;
    std::int64_t num_steps = 0;
    int validations = 0, ends = 0;
  };
  Learning all = learning(4);
  const auto counter = std::make_shared<Counter>();
  Fit options;
  options.observers = {counter};
  options.valid_loader = all.held_out.get();
  options.valid_frequency = 2;
  all.solver->fit(*all.loader, options);
  EXPECT_THAT(counter->steps, testing::ElementsAre(1, 2, 3, 4));
  EXPECT_EQ(counter->num_steps, 4);
  EXPECT_EQ(counter->validations, 2);
  EXPECT_THAT(counter->saved, testing::ElementsAre(2, 4));
  EXPECT_EQ(counter->ends, 1);
}

TEST(SolverFit, IsEndedByAnObserverAtAValidationOrACheckpointToo) {
  struct AtValidation : Observer {
    Training on_validation(const Report&) override { return Training::ends; }
  };
  struct AtCheckpoint : Observer {
    Training on_checkpoint(std::int64_t) override { return Training::ends; }
  };
  const std::vector<std::shared_ptr<Observer>> enders = {std::make_shared<AtValidation>(),
                                                         std::make_shared<AtCheckpoint>()};
  for (const auto& ender : enders) {
    Learning all = learning(10);
    Fit options;
    options.valid_loader = all.held_out.get();
    options.valid_frequency = 3;
    options.observers = {ender};
    EXPECT_EQ(all.solver->fit(*all.loader, options), FitEnd::interrupted);
    EXPECT_EQ(all.solver->steps_done(), 3);
  }
}

TEST(SolverFit, TellsObserversOfTheEndAlsoWhereOneOfThemFails) {
  struct Failing : Observer {
    Training on_step(const Report&) override { throw Error("no"); }
    void on_end() override { ended = true; }
    bool ended = false;
  };
  Learning all = learning(10);
  const auto failing = std::make_shared<Failing>();
  Fit options;
  options.observers = {failing};
  EXPECT_THROW(all.solver->fit(*all.loader, options), Error);
  EXPECT_TRUE(failing->ended);
}

}  // namespace
}  // namespace facet
