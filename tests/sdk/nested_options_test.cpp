// Structs within structs, lists of them, and components with keys of their own.
#include <gmock/gmock.h>

#include "facet/options.h"
#include "message_of.h"

namespace facet {
namespace {

struct Range {
  double low = 0, high = 1;

  static void describe(OptionsDescription<Range>& options) {
    options.add("low", &Range::low, "where it begins");
    options.add("high", &Range::high, "where it ends");
  }
  void validate(Problems& problems, const std::string& key) const {
    if (low > high) problems.add({}, join_key(key, "high"), "must not lie below low");
  }
};

/// A component, and beside its options whether it is used and over which range.
struct Step : ComponentChoice {
  bool used = true;
  std::optional<Range> range = {};

  static void describe(OptionsDescription<Step>& options) {
    options.add("used", &Step::used, "whether it is used");
    options.add("range", &Step::range, "over which");
  }
};

struct Plan {
  Range whole;
  std::vector<Range> parts;
  Step step;
  ComponentChoice needed;
  std::optional<Step> last;

  static void describe(OptionsDescription<Plan>& options) {
    options.add("whole", &Plan::whole, "all of it");
    options.add("parts", &Plan::parts, "one after the other");
    options.add("step", &Plan::step, "taken").of_kind("scheduler");
    options.add("needed", &Plan::needed, "in any case").of_kind("scheduler").required();
    options.add("last", &Plan::last, "perhaps").of_kind("scheduler");
  }
};

Value at(Value value, int line, int column) {
  value.where = {"run.toml", line, column};
  return value;
}

Table with_needed(Table table) {
  table.set("needed", "a");
  return table;
}

TEST(NestedOptions, ProblemsHaveTheirFullKeyAndPlaceAndAreToldTogether) {
  const Table wrong{{"low", at(3, 2, 7)}, {"high", at(2, 3, 8)}};
  const Table left_out{{"low", at(5, 9, 7)}};
  const Table given = with_needed({{"whole", at(wrong, 1, 1)},
                                   {"parts", Value::List{at(Table(), 5, 1), at(left_out, 8, 1)}},
                                   {"step", Table{{"name", "b"}, {"range", at(wrong, 10, 1)}}}});
  EXPECT_EQ(message_of([&] {
              parse_options<Plan>(given, {}, "plan", {"run.toml", 1, 1});
            }),
            "run.toml:3:8: plan.whole.high must not lie below low\n"
            "run.toml:3:8: plan.step.range.high must not lie below low\n"
            "run.toml:8:1: plan.parts[1].high must not lie below low");
}

TEST(NestedOptions, AComponentHasKeysOfItsOwnBesideItsOptions) {
  const Plan plan = parse_options<Plan>(with_needed(
      {{"step", Table{{"rate", 2}, {"used", false}, {"name", "b"}, {"range", Table{{"low", -1}}}}},
       {"last", "c"}}));
  EXPECT_EQ(plan.step.name, "b");
  EXPECT_EQ(plan.step.options, (Table{{"rate", 2}}));
  EXPECT_FALSE(plan.step.used);
  EXPECT_EQ(plan.step.range->low, -1);
  EXPECT_EQ(plan.last->name, "c");
  EXPECT_TRUE(plan.last->used);
  EXPECT_EQ(as_value(plan.step).to_string(),
            "{ name = \"b\", rate = 2, used = false, range = { low = -1.0, high = 1.0 } }");
  EXPECT_EQ(message_of([] {
              parse_options<Plan>(with_needed({{"step", Table{{"name", "b"}, {"used", 3}}}}));
            }),
            "step.used must be true or false, got 3");
}

TEST(NestedOptions, AComponentThatNamesNoneIsTheDefaultOfItsKind) {
  const Plan plan = parse_options<Plan>(with_needed({{"step", Table{{"used", false}}}}));
  EXPECT_EQ(plan.step.name, "");
  EXPECT_FALSE(plan.step.used);
  EXPECT_FALSE(plan.last.has_value());
  const auto infos = OptionsDescription<Plan>().infos();
  EXPECT_TRUE(infos[2].default_of_kind);
  EXPECT_TRUE(infos[2].default_value.is_nothing());
  EXPECT_FALSE(infos[3].default_of_kind) << "it is required";
  EXPECT_FALSE(infos[4].default_of_kind) << "it is optional";
  EXPECT_EQ(message_of([] {
              parse_options<Plan>(with_needed({{"last", Table{{"used", false}}}}));
            }),
            "last.name is missing: the name of a scheduler");
}

TEST(NestedOptions, AValueIsHeldAsAMemberWouldHoldIt) {
  EXPECT_EQ(value_as<LabelChoice>(Value("speed")).terms.at(0).name, "speed");
  EXPECT_EQ(value_as<Range>(Table{{"low", 2.0}, {"high", 3.0}}).high, 3.0);
  EXPECT_EQ(message_of([] {
              value_as<Range>(Table{{"low", 3.0}, {"high", 2.0}});
            }),
            "high must not lie below low");
  EXPECT_EQ(as_value(Range{2, 3}).to_string(), "{ low = 2.0, high = 3.0 }");
}

}  // namespace
}  // namespace facet
