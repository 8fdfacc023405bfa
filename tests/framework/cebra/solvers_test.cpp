#include "framework/cebra/solvers.h"

#include <gmock/gmock.h>

#include "facet/error.h"
#include "framework/training/toy_training.h"

namespace facet {
namespace {

TEST(SolverKinds, RefuseObjectivesOfTheOtherKind) {
  const auto model = toy::registry().create<Model>({"Sum"}, {1});
  const auto criterion =
      create_criterions(toy::registry(), {{{0, 2}, ComponentChoice{"Spread"}}}, "contrastive");
  const auto optimizer =
      toy::registry().create<Optimizer>({"Descent"}, {trained_parameters(*model, *criterion)});
  EXPECT_NO_THROW(ContrastiveMultiobjectiveSolverxCEBRA(model, criterion, optimizer, {}));
  try {
    SupervisedMultiobjectiveSolverxCEBRA(model, criterion, optimizer, {});
    FAIL();
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(), "objective[0] is contrastive, but the solver is supervised");
  }
}

}  // namespace
}  // namespace facet
