#include "facet/options.h"

#include <gmock/gmock.h>

#include "message_of.h"
#include "sdk/options_for_tests.h"

namespace facet {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Options, DefaultsAreTheMembersInitialisers) {
  const Every every = parse_options<Every>({});
  EXPECT_EQ(every.count, 2);
  EXPECT_EQ(every.rate, 0.5);
  EXPECT_EQ(every.mode, "mean");
  EXPECT_THAT(every.sizes, ElementsAre(1, 2));
  EXPECT_FALSE(every.limit.has_value());
  EXPECT_EQ(every.scheduler.name, "constant-weight");
  EXPECT_TRUE(every.label.empty());
  EXPECT_EQ(every.inner.x, 3);
  EXPECT_THAT(every.many, IsEmpty());
}

TEST(Options, WhatIsGivenIsParsed) {
  const Every every = parse_options<Every>({{"flag", true},
                                            {"rate", 1},
                                            {"sizes", Value::List{7}},
                                            {"rates", Value::List{1, 2.5}},
                                            {"files", "one.npz"},
                                            {"limit", 4},
                                            {"inner", Table{{"x", 5}}},
                                            {"many", Value::List{Table{{"x", 6}}, Table{}}}});
  EXPECT_TRUE(every.flag);
  EXPECT_EQ(every.rate, 1.0);
  EXPECT_THAT(every.sizes, ElementsAre(7));
  EXPECT_THAT(every.rates, ElementsAre(1.0, 2.5));
  EXPECT_THAT(every.files, ElementsAre("one.npz")) << "one text stands for a list of it";
  EXPECT_EQ(every.limit, 4.0);
  EXPECT_EQ(every.inner.x, 5);
  ASSERT_EQ(every.many.size(), 2);
  EXPECT_EQ(every.many[0].x, 6);
  EXPECT_EQ(every.many[1].x, 1);
}

TEST(Options, AComponentIsANameOrATableWithIt) {
  const Every every =
      parse_options<Every>({{"scheduler", Table{{"name", "linear-ramp-up"}, {"end_weight", 0.1}}},
                            {"observers", Value::List{"a", Table{{"name", "b"}}}}});
  EXPECT_EQ(every.scheduler.name, "linear-ramp-up");
  EXPECT_EQ(every.scheduler.options, (Table{{"end_weight", 0.1}}));
  ASSERT_EQ(every.observers.size(), 2);
  EXPECT_EQ(every.observers[0].name, "a");
  EXPECT_EQ(every.observers[1].name, "b");
}

TEST(Options, ATableWithoutNameIsForTheDefaultComponent) {
  const Every every = parse_options<Every>({{"scheduler", Table{{"weight", 0.1}}}});
  EXPECT_EQ(every.scheduler.name, "constant-weight");
  EXPECT_EQ(every.scheduler.options, (Table{{"weight", 0.1}}));
}

TEST(Options, ALabelIsANameATableOrAListOfBoth) {
  const auto terms = [](Value value) {
    return parse_options<Every>({{"label", value}}).label.terms;
  };
  ASSERT_EQ(terms("position").size(), 1);
  EXPECT_EQ(terms("position")[0].name, "position");
  const Table direction{{"name", "direction"}, {"circular", true}, {"weight", 2}};
  EXPECT_TRUE(terms(direction).at(0).circular);
  const auto both = terms(Value::List{"position", direction});
  ASSERT_EQ(both.size(), 2);
  EXPECT_EQ(both[0].weight, 1.0);
  EXPECT_EQ(both[1].weight, 2.0);
}

TEST(Options, AnIntegerMayHaveAWordInItsPlace) {
  EXPECT_EQ(std::get<std::int64_t>(parse_options<Every>({}).batch), 8);
  EXPECT_EQ(std::get<std::string>(parse_options<Every>({{"batch", "full"}}).batch), "full");
  const OptionsDescription<Every> description;
  const Table written = description.write(parse_options<Every>({{"batch", "full"}}));
  EXPECT_EQ(*written.find("batch"), Value("full"));
  EXPECT_EQ(description.infos().back().type, OptionType::integer);
  EXPECT_EQ(describe_bounds(description.infos().back()), ">= 1 or 'full'");
}

TEST(Options, WrittenAndParsedTheyAreTheSame) {
  const OptionsDescription<Every> description;
  const Table given{{"limit", 4.0},
                    {"label", Value::List{"a", Table{{"name", "b"}, {"scale", "zscore"}}}},
                    {"scheduler", Table{{"name", "s"}, {"x", 1}}},
                    {"many", Value::List{Table{{"x", 6.0}}}}};
  const Table written = description.write(parse_options<Every>(given));
  EXPECT_EQ(description.write(parse_options<Every>(written)), written);
  EXPECT_EQ(written.find("limit")->number(), 4.0);
  EXPECT_EQ(written.find("label")->to_string(),
            "[\"a\", { name = \"b\", weight = 1.0, scale = \"zscore\", circular = false }]");
  EXPECT_EQ(written.find("scheduler")->to_string(), "{ name = \"s\", x = 1 }");
  EXPECT_EQ(written.find("many")->to_string(), "[{ x = 6.0 }]");
}

TEST(Options, DescribeThemselves) {
  const OptionsDescription<Every> description;
  const auto& infos = description.infos();
  EXPECT_EQ(infos[1].doc, "how many");
  EXPECT_EQ(infos[1].default_value, Value(2));
  EXPECT_EQ(describe_bounds(infos[1]), ">= 1 and < 10");
  EXPECT_EQ(describe_bounds(infos[2]), "> 0 and <= 1.5");
  EXPECT_EQ(describe_bounds(infos[3]), "one of 'mean', 'sum'");
  EXPECT_EQ(describe_bounds(infos[0]), "");
  EXPECT_EQ(infos[7].type, OptionType::number) << "what an optional holds";
  EXPECT_TRUE(infos[7].default_value.is_nothing());
  EXPECT_EQ(infos[8].kind, "scheduler");
  EXPECT_EQ(infos[11].members.at(0).default_value, Value(3.0)) << "the outer struct's default";
  EXPECT_EQ(infos[12].members.at(0).default_value, Value(1.0));
}

TEST(OptionType, IsKnownByItsName) {
  for (int i = 0; i <= static_cast<int>(OptionType::tables); ++i) {
    const auto type = static_cast<OptionType>(i);
    EXPECT_EQ(option_type(to_string(type)), type);
  }
  EXPECT_EQ(to_string(OptionType::components), "components");
  EXPECT_EQ(message_of([] { option_type("float"); }), "'float' is not a type of option");
}

}  // namespace
}  // namespace facet
