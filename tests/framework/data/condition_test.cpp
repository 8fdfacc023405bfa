#include "framework/data/condition.h"

#include <gmock/gmock.h>

#include <limits>

#include "facet/error.h"
#include "framework/data/arrays.h"
#include "message_of.h"

namespace facet {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

ConditionArray array(const std::string& name) {
  if (name == "x") return {at::tensor({-1., 0., 1., 2., unknown}).unsqueeze(1), {}};
  if (name == "speed") return {at::tensor({0., 0.5, 1., unknown, 2.}).unsqueeze(1), {}};
  if (name == "position")
    return {at::tensor({0., 9., 1., 8., 2., 7., 3., 6., 4., 5.}).view({5, 2}), {}};
  if (name == "session/left-arm.x" || name == "2 words")
    return {at::tensor({1., 1., 0., 0., 1.}).unsqueeze(1), {}};
  if (name == "region") return {integers({0, 1, -1, 1, 0}).unsqueeze(1), {"CA1", "CA3"}};
  throw Error("no '" + name + "'");
}

/// The rows of five for which it holds.
std::vector<std::int64_t> rows(const std::string& condition) {
  const at::Tensor held = Condition(condition).evaluate(array).nonzero().flatten();
  return {held.data_ptr<std::int64_t>(), held.data_ptr<std::int64_t>() + held.numel()};
}

std::string mistake_in(const std::string& condition) {
  return message_of([&] { rows(condition); });
}

TEST(Condition, ComparesWithNumbers) {
  EXPECT_THAT(rows("x > 0"), ElementsAre(2, 3));
  EXPECT_THAT(rows("x>=0"), ElementsAre(1, 2, 3));
  EXPECT_THAT(rows("x < 1e0"), ElementsAre(0, 1));
  EXPECT_THAT(rows("x <= -1"), ElementsAre(0));
  EXPECT_THAT(rows("x == +2.0"), ElementsAre(3));
  EXPECT_THAT(rows("x != 2"), ElementsAre(0, 1, 2, 4));
}

TEST(Condition, ComparesColumnsWithOneAnother) {
  EXPECT_THAT(rows("position[0] >= position[1]"), IsEmpty());
  EXPECT_THAT(rows("position[1] < 7 and position[ 0 ] != 4"), ElementsAre(3));
  EXPECT_THAT(rows("x == position[0]"), IsEmpty());
}

TEST(Condition, BetweenIncludesBothEnds) {
  EXPECT_THAT(rows("x between 0 and 1"), ElementsAre(1, 2));
  EXPECT_THAT(rows("x between 0 and 1 and x > 0.5"), ElementsAre(2));
}

TEST(Condition, InIsOneOfSeveral) {
  EXPECT_THAT(rows("x in [0, 2]"), ElementsAre(1, 3));
  EXPECT_THAT(rows("region in ['CA3', 'CA1']"), ElementsAre(0, 1, 3, 4));
  EXPECT_THAT(rows("region in ['CA3'] and x == 2"), ElementsAre(3));
  EXPECT_EQ(mistake_in("x in 0"), "at character 6 there is '0' where `[` is expected");
  EXPECT_EQ(mistake_in("x in [0"), "at character 8 there is the end where `,` or `]` is expected");
}

TEST(Condition, InIntervalsIsWithinOneOfThem) {
  EXPECT_THAT(rows("in x"), ElementsAre(1, 2, 3));
  EXPECT_THAT(rows("not in x and position[0] < 4"), ElementsAre(0));
  EXPECT_EQ(mistake_in("in speed"),
            "'in speed' asks for the intervals 'speed', which has fractions: compare it, as in "
            "speed > 0");
}

TEST(Condition, KnowsWhatItCompares) {
  EXPECT_THAT(Condition("in trials and speed > position[0] or side == 'left'").names(),
              ElementsAre("trials", "speed", "position", "side", "left"));
}

TEST(Condition, ANameAloneHoldsWhereItIsNotZero) {
  EXPECT_THAT(rows("session/left-arm.x"), ElementsAre(0, 1, 4));
  EXPECT_THAT(rows("not session/left-arm.x"), ElementsAre(2, 3));
}

TEST(Condition, NamesWithOtherCharactersAreQuoted) {
  EXPECT_THAT(rows("'2 words' == 0"), ElementsAre(2, 3));
}

TEST(Condition, ComparesTextWithATextInQuotes) {
  EXPECT_THAT(rows("region == 'CA1'"), ElementsAre(0, 4));
  EXPECT_THAT(rows("'CA3' == region"), ElementsAre(1, 3));
  EXPECT_THAT(rows("'region' == 'CA3' and x > 0"), ElementsAre(3));
}

TEST(Condition, NothingHoldsWhereATextIsMissingButUnequalAndNot) {
  EXPECT_THAT(rows("region != 'CA1'"), ElementsAre(1, 2, 3));
  EXPECT_THAT(rows("not region == 'CA1'"), ElementsAre(1, 2, 3));
  EXPECT_THAT(rows("region == region"), ElementsAre(0, 1, 3, 4));
  EXPECT_THAT(rows("region != region"), ElementsAre(2));
}

TEST(Condition, RefusesWhatCannotBeComparedWithText) {
  EXPECT_EQ(mistake_in("region == 'CA2'"),
            "'region' is never 'CA2', did you mean 'CA1' or 'CA3'? (it has 'CA1', 'CA3')");
  EXPECT_EQ(mistake_in("region < 'CA1'"),
            "'region' holds text, which has no order: == and != compare it");
  const std::string with_text = "'region' holds text: compare it with one, region == 'CA1'";
  EXPECT_EQ(mistake_in("region == 1"), with_text);
  EXPECT_EQ(mistake_in("region"), with_text);
  EXPECT_EQ(mistake_in("region between 0 and 1"), with_text);
  EXPECT_EQ(mistake_in("region == x"), with_text);
  EXPECT_EQ(mistake_in("x == 'CA1'"), "no 'CA1'");
}

TEST(Condition, NotBindsCloserThanAndAndAndCloserThanOr) {
  EXPECT_THAT(rows("x == -1 or x >= 0 and x < 2"), ElementsAre(0, 1, 2));
  EXPECT_THAT(rows("(x == -1 or x >= 0) and x < 1"), ElementsAre(0, 1));
  EXPECT_THAT(rows("not x > 0 and x == 0"), ElementsAre(1));
  EXPECT_THAT(rows("not (x > 0 or x < 0)"), ElementsAre(1, 4));
}

TEST(Condition, SaysWhereItIsWrong) {
  EXPECT_EQ(mistake_in(""),
            "at character 1 there is the end where the name of an array is expected");
  EXPECT_EQ(mistake_in("x >"),
            "at character 4 there is the end where the name of an array is expected");
  EXPECT_EQ(mistake_in("x = 3"), "at character 3 there is '= 3' where `==` is expected");
  EXPECT_EQ(mistake_in("3 < x"),
            "at character 1 there is '3 < x' where the name of an array is expected");
  EXPECT_EQ(mistake_in("(x > 1"), "at character 7 there is the end where `)` is expected");
  EXPECT_EQ(mistake_in("x > 1 x"),
            "at character 7 there is 'x' where `and`, `or` or the end is expected");
  EXPECT_EQ(mistake_in("x between 1 or 2"),
            "at character 13 there is 'or 2' where `and` is expected");
  EXPECT_EQ(mistake_in("x > -y"), "at character 5 there is '-y' where a number is expected");
  EXPECT_EQ(mistake_in("x[a] > 1"),
            "at character 3 there is 'a] > 1' where the number of a column is expected");
  EXPECT_EQ(mistake_in("x[1 > 1"), "at character 5 there is '> 1' where `]` is expected");
  EXPECT_EQ(mistake_in("'x > 1"), "at character 7 there is the end where `'` is expected");
}

// 2^53 + 1 is no float64.
TEST(Condition, RefusesIntegersThatItCannotTellApart) {
  const auto kept = [](std::int64_t value) {
    return Condition("x == 9007199254740992")
        .evaluate([&](const std::string&) -> ConditionArray {
          return {at::tensor({value, 1L}).unsqueeze(1), {}};
        })
        .sum()
        .item<std::int64_t>();
  };
  EXPECT_EQ(kept(9007199254740992), 1);
  for (const std::int64_t value : {9007199254740993, -9007199254740993})
    EXPECT_EQ(message_of([&] { kept(value); }),
              "'x' has integers beyond 2^53, which a condition cannot tell apart: subtract the "
              "smallest of them in the file");
}

TEST(Condition, HasBoundsOfItsLengthAndDepth) {
  const std::string deep(200, '('), long_text(20000, ' ');
  std::string nots;
  for (int i = 0; i < 200; ++i) nots += "not ";
  EXPECT_EQ(message_of([&] { Condition{deep + "x" + std::string(200, ')')}; }),
            "it is nested deeper than 100 levels");
  EXPECT_EQ(message_of([&] { Condition{nots + "x"}; }), "it is nested deeper than 100 levels");
  EXPECT_EQ(message_of([&] { Condition{"x" + long_text}; }),
            "it has 20001 characters; at most 10000 are read");
}

TEST(Condition, NeedsColumnsThatAreThere) {
  EXPECT_EQ(mistake_in("y > 1"), "no 'y'");
  EXPECT_EQ(mistake_in("position > 1"),
            "'position' has 2 columns: write position[0] for the first one");
  EXPECT_EQ(mistake_in("position[2] > 1"), "'position' has 2 columns, so there is no position[2]");
  EXPECT_EQ(mistake_in("x[1] > 1"), "'x' has 1 column, so there is no x[1]");
  EXPECT_THAT(rows("x[0] > 1"), ElementsAre(3));
}

}  // namespace
}  // namespace facet
