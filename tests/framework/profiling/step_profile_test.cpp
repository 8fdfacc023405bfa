#include "framework/profiling/step_profile.h"

#include <gmock/gmock.h>

#include "facet/error.h"

namespace facet {
namespace {

using testing::DoubleEq;
using testing::ElementsAre;
using testing::FieldsAre;
using testing::HasSubstr;

constexpr bool mark = true, operation = false;

TimedOperation ran(const std::string& name, bool is_mark, std::int64_t begin_ms,
                   std::int64_t end_ms, std::uint64_t thread = 1) {
  return {name, is_mark, thread, begin_ms * 1'000'000, end_ms * 1'000'000};
}

/// A step of 100 ms that begins at `at`: 10 to wait for a batch, 30 to encode, of which 12 multiply
/// and 3 of these copy, 50 of the optimizer around the encoding, and 40 besides.
void add_step(std::vector<TimedOperation>& operations, std::int64_t at) {
  for (const TimedOperation& of_a_step :
       {ran("sampling", mark, at, at + 10), ran("copy", operation, at + 26, at + 29),
        ran("mm", operation, at + 24, at + 36), ran("encoding", mark, at + 20, at + 50),
        ran("optimizer", mark, at + 15, at + 65), ran("mm", operation, at + 70, at + 74),
        ran("step", mark, at, at + 100)})
    operations.push_back(of_a_step);
}

auto cost(const std::string& name, double calls, double milliseconds) {
  return FieldsAre(name, DoubleEq(calls), DoubleEq(milliseconds));
}

TEST(StepProfile, GivesEachPartTheTimeThatNoOtherHas) {
  std::vector<TimedOperation> operations;
  add_step(operations, 0);
  const StepProfile profile = step_profile(operations, 0);
  EXPECT_EQ(profile.num_steps, 1);
  EXPECT_DOUBLE_EQ(profile.milliseconds, 100);
  EXPECT_THAT(profile.parts, ElementsAre(cost("sampling", 1, 10), cost("encoding", 1, 30),
                                         cost("optimizer", 1, 20), cost("the rest", 1, 40)));
}

TEST(StepProfile, ListsOperationsAndWhatIsInNoneByTheirOwnTime) {
  std::vector<TimedOperation> operations;
  add_step(operations, 0);
  EXPECT_THAT(step_profile(operations, 0).operations,
              ElementsAre(cost("(the rest, in no operation)", 1, 36),
                          cost("(optimizer, in no operation)", 1, 20),
                          cost("(encoding, in no operation)", 1, 18), cost("mm", 2, 13),
                          cost("(sampling, in no operation)", 1, 10), cost("copy", 1, 3)));
}

TEST(StepProfile, AveragesStepsWithoutThoseThatWarmUp) {
  std::vector<TimedOperation> operations{ran("aten::empty", operation, 0, 5),
                                         ran("step", mark, 6, 900)};
  add_step(operations, 1000);
  add_step(operations, 1200);
  operations.push_back(ran("aten::empty", operation, 1310, 1320));
  const StepProfile profile = step_profile(operations, 1);
  EXPECT_EQ(profile.num_steps, 2);
  EXPECT_DOUBLE_EQ(profile.milliseconds, 100);
  EXPECT_THAT(profile.operations[3], cost("mm", 2, 13));
  EXPECT_EQ(profile.operations.size(), 6U);
}

TEST(StepProfile, TellsOfOtherThreadsHowLongTheyDraw) {
  std::vector<TimedOperation> operations{ran("drawing a batch", mark, 10, 50, 2),
                                         ran("aten::index", operation, 60, 61, 2)};
  add_step(operations, 0);
  operations.push_back(ran("drawing a batch", mark, 120, 130, 3));
  add_step(operations, 100);
  const StepProfile profile = step_profile(operations, 0);
  EXPECT_DOUBLE_EQ(profile.drawing_milliseconds, 25);
  EXPECT_DOUBLE_EQ(profile.milliseconds, 100);
  EXPECT_EQ(profile.operations.size(), 6U);
}

TEST(StepProfile, NeedsAStepAfterThoseThatWarmUp) {
  std::vector<TimedOperation> operations;
  add_step(operations, 0);
  EXPECT_THAT([&] { step_profile(operations, 1); },
              testing::ThrowsMessage<Error>(HasSubstr("there were 1 steps, of which the first 1")));
}

}  // namespace
}  // namespace facet
