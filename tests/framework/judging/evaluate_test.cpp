#include "framework/judging/evaluate.h"

#include <gmock/gmock.h>

#include "message_of.h"

namespace facet {
namespace {

TEST(Evaluate, RefusesFoldsThatAreNoCrossValidation) {
  Registry registry;
  for (const std::int64_t folds : {1, -3})
    EXPECT_EQ(message_of([&] {
                evaluate_run(RunFolder("run"), {}, registry, {"", folds, {}});
              }),
              "folds must be 2 or more, or 0 for none, got " + std::to_string(folds));
}

TEST(Judge, NeedsARun) {
  EXPECT_EQ(message_of([] { judge({}, Registry()); }),
            "there is no run to judge: an Assembly is made by assemble");
  EXPECT_EQ(message_of([] { Assembly().embedding(); }),
            "there is no run: an Assembly is made by assemble");
}

}  // namespace
}  // namespace facet
