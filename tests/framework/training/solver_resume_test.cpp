#include <gmock/gmock.h>

#include "framework/cebra/fit_hooks.h"
#include "framework/training/toy_training.h"
#include "message_of.h"

namespace facet {
namespace {

using Fit = Solver::FitOptions;

/// Two facets of a SumModel, one contrastive, one supervised, with a held-out part.
struct TwoFacets {
  std::shared_ptr<MultiCriterions> criterion;  // before the loaders, which come with it
  std::unique_ptr<MultiobjectiveLoader> loader, held_out;
  std::unique_ptr<Solver> solver;

  explicit TwoFacets(std::int64_t num_steps, Solver::Options options = {})
      : loader(objectives(num_steps, {{0, 30}})), held_out(objectives(2, {{30, 40}})) {
    solver.reset(new Solver(toy::solver_for(criterion, std::move(options), 1e-4)));
  }

  Fit fit_options() const {
    Fit options;
    options.valid_loader = held_out.get();
    options.valid_frequency = 4;
    options.scheduler_loss = toy::registry().create<Scheduler>({"Rising"}, {2});
    return options;
  }

  /// Trains until `steps` are done, as if it were killed then.
  void interrupt_at(std::int64_t steps) {
    Fit options = fit_options();
    options.observers = {interrupted([&] { return solver->steps_done() == steps; })};
    EXPECT_EQ(solver->fit(*loader, options), FitEnd::interrupted);
  }

 private:
  std::unique_ptr<MultiobjectiveLoader> objectives(std::int64_t num_steps,
                                                   const std::vector<Segment>& segments) {
    auto drawn_from = toy::counting_loader(num_steps, segments);
    MultiObjectiveConfig config(*drawn_from);
    config.set_slice(0, 1);
    config.set_loss("Spread", {{"scale", 20.0}});
    config.set_distribution("Shift");
    config.push();
    config.set_slice(1, 2);
    config.set_loss("Squares");
    config.set_target("twice");
    config.push();
    config.finalize();
    criterion = config.criterion();
    return drawn_from;
  }
};

std::string all_of(const Solver& solver) {
  return solver.log().to_csv() + solver.validation_log().to_csv();
}

TEST(SolverResume, EndsToTheLastBitAsIfItHadNotBeenStoppedAtAnyStep) {
  TwoFacets whole(11);
  EXPECT_EQ(whole.solver->fit(*whole.loader, whole.fit_options()), FitEnd::done);
  for (std::int64_t step = 1; step <= 10; ++step) {
    TwoFacets stopped(11), resumed(11);
    stopped.interrupt_at(step);
    resumed.solver->load_state(stopped.solver->state());
    EXPECT_EQ(resumed.solver->steps_done(), step);
    EXPECT_EQ(resumed.solver->fit(*resumed.loader, resumed.fit_options()), FitEnd::done);
    EXPECT_EQ(all_of(*resumed.solver), all_of(*whole.solver)) << step;
    EXPECT_EQ(resumed.solver->metadata().batches_seen, 11);
    EXPECT_TRUE(
        at::equal(resumed.solver->model().parameters()[0], whole.solver->model().parameters()[0]));
  }
}

TEST(SolverResume, AlsoWhenTheSameSolverGoesOn) {
  TwoFacets whole(11), stopped(11);
  whole.solver->fit(*whole.loader, whole.fit_options());
  stopped.interrupt_at(6);
  stopped.solver->fit(*stopped.loader, stopped.fit_options());
  EXPECT_EQ(all_of(*stopped.solver), all_of(*whole.solver));
}

TEST(SolverResume, DoesNothingWhenAllStepsAreDone) {
  TwoFacets done(5), again(5);
  done.solver->fit(*done.loader, done.fit_options());
  again.solver->load_state(done.solver->state());
  EXPECT_EQ(again.solver->fit(*again.loader, again.fit_options()), FitEnd::done);
  EXPECT_EQ(all_of(*again.solver), all_of(*done.solver));
}

TEST(SolverResume, RefusesAStateOfAnotherModel) {
  TwoFacets solver(5);
  std::vector<NamedTensor> state = solver.solver->state();
  state.erase(state.begin());
  EXPECT_EQ(message_of([&] { solver.solver->load_state(state); }),
            "the state does not fit the solver:\n  state.weight is missing");
  state = solver.solver->state();
  state[0].tensor = at::zeros({3, 1});
  EXPECT_EQ(message_of([&] { solver.solver->load_state(state); }),
            "the state does not fit the solver:\n  state.weight has shape [3, 1], the "
            "model's is [2, 1]");
}

}  // namespace
}  // namespace facet
