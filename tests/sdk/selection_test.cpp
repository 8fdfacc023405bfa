#include "facet/selection.h"

#include <gmock/gmock.h>

#include "facet/options.h"
#include "message_of.h"

namespace facet {
namespace {

using ::testing::ElementsAre;

struct Choice {
  Selection selection;
  std::vector<double> ratios;

  static void describe(OptionsDescription<Choice>& options) {
    options.add("selection", &Choice::selection, "what is taken");
    options.add("ratios", &Choice::ratios, "one or several").above(0);
  }
};

Choice parse(const Value& value) {
  return parse_options<Choice>({{"selection", value}});
}

TEST(Selection, IsAConditionOrAListOfIndicesAndRanges) {
  EXPECT_EQ(parse("speed > 1").selection.condition, "speed > 1");
  EXPECT_THAT(parse(Value::List{3, Value::List{0, 2}, Value::List{0.5, 1.25}}).selection.ranges,
              ElementsAre(SelectedRange{3, 3}, SelectedRange{0, 2}, SelectedRange{.5, 1.25}));
  EXPECT_TRUE(parse_options<Choice>({}).selection.empty());
}

TEST(Selection, IsWrittenAsItWasGiven) {
  const OptionsDescription<Choice> description;
  for (const Value& value : {Value("speed > 1"), Value(Value::List{3, Value::List{0, 2}}),
                             Value(Value::List{Value::List{0.5, 4}})})
    EXPECT_EQ(description.write(parse(value)).find("selection")->to_string(), value.to_string());
  EXPECT_TRUE(description.write(Choice()).find("selection")->is_nothing());
}

TEST(Selection, RefusesWhatIsNeitherIndexNorRange) {
  EXPECT_EQ(message_of([] {
              parse(Value::List{true, Value::List{1}, Value::List{2, 2}});
            }),
            "selection[0] must be an index or [begin, end], got true\n"
            "selection[1] must be an index or [begin, end], got [1]\n"
            "selection[2] must begin before it ends, got [2, 2]");
  EXPECT_EQ(message_of([] { parse(7); }),
            "selection must be a list of indices and [begin, end], got 7");
}

TEST(Selection, OfNothingIsAMistake) {
  EXPECT_EQ(message_of([] { parse(Value::List{}); }),
            "selection selects nothing: leave it out to take all, got []");
  EXPECT_EQ(message_of([] { parse(""); }),
            "selection selects nothing: leave it out to take all, got \"\"");
}

TEST(Numbers, MayBeOne) {
  EXPECT_THAT(parse_options<Choice>({{"ratios", 0.5}}).ratios, ElementsAre(0.5));
  EXPECT_EQ(message_of([] {
              parse_options<Choice>({{"ratios", -1}});
            }),
            "ratios must be > 0, got -1");
}

}  // namespace
}  // namespace facet
