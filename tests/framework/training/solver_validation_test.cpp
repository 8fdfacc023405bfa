#include <gmock/gmock.h>

#include "framework/training/toy_training.h"

namespace facet {
namespace {

using Fit = Solver::FitOptions;
using testing::ElementsAre;

/// Writes down whether each pass was for training.
class ModeModel : public toy::SumModel {
 public:
  ModeModel() : SumModel({1, 0}, {1}) {}
  at::Tensor forward(const at::Tensor& windows) override {
    modes.push_back(is_training());
    return SumModel::forward(windows);
  }

  std::vector<bool> modes;
};

/// Learns 2t from t, with weight 1 at first and so slowly that it stays there: the squared error is
/// t^2.
struct Validated {
  std::shared_ptr<MultiCriterions> criterion;  // before the loaders, which come with it
  std::unique_ptr<MultiobjectiveLoader> loader, held_out;
  std::shared_ptr<ModeModel> model = std::make_shared<ModeModel>();
  std::unique_ptr<Solver> solver;

  Validated(std::int64_t num_steps, std::int64_t held_out_batches)
      : loader(regression(num_steps, {{0, 30}})),
        held_out(regression(held_out_batches, {{30, 40}})) {
    const auto optimizer = toy::registry().create<Optimizer>(
        {"Descent", {{"rate", 1e-12}}}, {trained_parameters(*model, *criterion)});
    solver = std::make_unique<Solver>(model, criterion, optimizer, Solver::Options());
  }

 private:
  std::unique_ptr<MultiobjectiveLoader> regression(std::int64_t num_steps,
                                                   const std::vector<Segment>& segments) {
    auto drawn_from = toy::counting_loader(num_steps, segments);
    MultiObjectiveConfig config(*drawn_from);
    config.set_slice(0, 1);
    config.set_loss("Squares");
    config.set_target("twice");
    config.push();
    config.finalize();
    criterion = config.criterion();
    return drawn_from;
  }
};

TEST(SolverValidation, AveragesTheWeightedLossOverItsBatches) {
  Validated all(1, 2);
  const double unweighted = all.solver->validation(*all.held_out)[0].value.item<double>();
  const auto weighted = all.solver->validation(*all.held_out, std::vector<double>{3.0});
  EXPECT_NEAR(weighted[0].value.item<double>(), 3 * unweighted, 1e-3);
  double expected = 0;
  for (const std::int64_t step : {0, 1}) {
    const at::Tensor bins = all.held_out->batch(step).objectives[0].reference;
    expected += bins.square().to(at::kDouble).mean().item<double>() / 2;
  }
  EXPECT_NEAR(unweighted, expected, 1e-3);
}

TEST(SolverValidation, IsInEvalModeWhichTheNextStepIsNot) {
  Validated all(4, 1);
  Fit options;
  options.valid_loader = all.held_out.get();
  options.valid_frequency = 2;
  all.solver->fit(*all.loader, options);
  EXPECT_THAT(all.model->modes, ElementsAre(true, true, false, true, true, false));
  EXPECT_TRUE(all.model->is_training());
}

TEST(SolverValidation, WeighsTheLossesAsTheStepBeforeIt) {
  Validated all(3, 2);
  Fit options;
  options.valid_loader = all.held_out.get();
  options.valid_frequency = 1;
  options.scheduler_loss = toy::registry().create<Scheduler>({"Rising"}, {1});  // none, 1, 2
  all.solver->fit(*all.loader, options);
  const double loss = all.solver->validation(*all.held_out)[0].value.item<double>();
  EXPECT_THAT(all.solver->validation_log().column("total"),
              ElementsAre(testing::DoubleNear(loss, 1e-3), testing::DoubleNear(loss, 1e-3),
                          testing::DoubleNear(2 * loss, 1e-3)));
}

}  // namespace
}  // namespace facet
