// What a program of one's own can leave null: an Error that says which, not a crash.
#include <gmock/gmock.h>

#include "framework/training/toy_training.h"
#include "message_of.h"

namespace facet {
namespace {

struct Parts {
  std::shared_ptr<Model> model = toy::registry().create<Model>({"Sum"}, {1});
  std::shared_ptr<MultiCriterions> criterion =
      create_criterions(toy::registry(), {{{0, 2}, {}, ComponentChoice{"Squares"}}}, std::nullopt);
  std::shared_ptr<Optimizer> optimizer =
      toy::registry().create<Optimizer>({"Descent"}, {trained_parameters(*model, *criterion)});
  Solver::Options options;

  std::string mistake() const {
    return message_of([&] { Solver(model, criterion, optimizer, options); });
  }
};

TEST(NullParts, OfASolverAreTold) {
  EXPECT_EQ(Parts().mistake(), "");
  Parts model, criterion, optimizer, ranks;
  model.model = nullptr;
  EXPECT_EQ(model.mistake(), "one of the encoders is null");
  criterion.criterion = nullptr;
  EXPECT_EQ(criterion.mistake(), "a solver needs a criterion, and was given null");
  optimizer.optimizer = nullptr;
  EXPECT_EQ(optimizer.mistake(), "a solver needs an optimizer, and was given null");
  ranks.options.ranks = nullptr;
  EXPECT_EQ(ranks.mistake(),
            "a solver needs ranks: leave them out for a single one, and was given null");
}

TEST(NullParts, OfAMaskAreTold) {
  Parts parts;
  parts.options.masks = {nullptr};
  EXPECT_EQ(parts.mistake(), "a solver needs each of its masks, and was given null");
}

TEST(NullParts, OfTrainedParametersAreTold) {
  const Parts parts;
  EXPECT_EQ(message_of([&] { trained_parameters(Models{nullptr}, *parts.criterion); }),
            "one of the models is null");
}

TEST(NullParts, OfMultiCriterionsAreTold) {
  EXPECT_EQ(message_of([] { MultiCriterions({{{0, 2}, nullptr}}); }), "criterion 0 is null");
  class Neither : public Criterion {};
  EXPECT_EQ(message_of([] {
              MultiCriterions({{{0, 2}, std::make_shared<Neither>()}});
            }),
            "criterion 0 is neither contrastive nor supervised");
}

TEST(NullParts, OfAFitAreTold) {
  const Parts parts;
  Solver solver(parts.model, parts.criterion, parts.optimizer, {});
  const auto loader = toy::counting_loader();
  const auto mistake = [&](const Solver::FitOptions& options) {
    return message_of([&] { solver.fit(*loader, options); });
  };
  Solver::FitOptions observers, learning_rate;
  observers.observers = {nullptr};
  EXPECT_EQ(mistake(observers), "a solver needs each of its observers, and was given null");
  learning_rate.learning_rate = {nullptr};
  EXPECT_EQ(mistake(learning_rate), "a solver needs each learning rate, and was given null");
}

TEST(NullParts, APatienceWithoutHeldOutDataIsNoPatience) {
  const Parts parts;
  Solver solver(parts.model, parts.criterion, parts.optimizer, {});
  const auto loader = toy::counting_loader();
  Solver::FitOptions options;
  options.patience = 3;
  EXPECT_EQ(message_of([&] { solver.fit(*loader, options); }),
            "patience needs a valid_loader: the training stops by the held-out loss");
}

}  // namespace
}  // namespace facet
