#include <gmock/gmock.h>

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
  all.solver = std::make_unique<Solver>(toy::solver_for(config.criterion(), {}, 1e-3));
  return all;
}

TEST(SolverFit, LearnsAndKeepsTheHistory) {
  Learning all = learning(60);
  all.solver->fit(*all.loader);
  ASSERT_EQ(all.solver->history().size(), 60u);
  EXPECT_LT(all.solver->history().back(), 1e-2 * all.solver->history().front());
  EXPECT_EQ(all.solver->metadata().batches_seen, 60);
  EXPECT_THAT(all.solver->log().names(), testing::ElementsAre("total", "objective0.loss"));
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
  options.save_hook = [&](std::int64_t step, const Solver& solver) {
    EXPECT_EQ(&solver, all.solver.get());
    saved.push_back(step);
  };
  all.solver->fit(*all.loader, options);
  EXPECT_THAT(saved, testing::ElementsAre(10, 20, 25));
  EXPECT_THAT(all.solver->validation_log().steps(), testing::ElementsAre(10, 20, 25));
  EXPECT_TRUE(all.solver->model().is_training());
}

TEST(SolverFit, LogsAsOftenAsAskedAndAtTheEnd) {
  Learning all = learning(25);
  std::vector<std::int64_t> logged;
  Fit options;
  options.log_frequency = 10;
  options.logger = [&](const Report& report) {
    EXPECT_EQ(report.num_steps, 25);
    logged.push_back(report.step);
  };
  all.solver->fit(*all.loader, options);
  EXPECT_THAT(logged, testing::ElementsAre(10, 20, 25));
}

TEST(SolverFit, EndsAfterTheStepInWhichItIsInterruptedAndSaves) {
  Learning all = learning(1000);
  std::int64_t saved_at = 0;
  Fit options;
  options.interrupted = [&] { return all.solver->metadata().batches_seen == 7; };
  options.save_hook = [&](std::int64_t step, const Solver&) { saved_at = step; };
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
    void on_step(const Report& report) override { steps.push_back(report.step); }
    void on_validation(const Report&) override { ++validations; }
    void on_end() override { ++ends; }
    std::vector<std::int64_t> steps;
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
  EXPECT_EQ(counter->validations, 2);
  EXPECT_EQ(counter->ends, 1);
}

}  // namespace
}  // namespace facet
