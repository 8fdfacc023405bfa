// Registry::check: options, and components within options, without any plugin code.
#include <gmock/gmock.h>

#include "framework/registry/registry.h"
#include "framework/registry/test_components.h"

namespace facet {
namespace {

using test::Constant;
using test::Nested;
using testing::ElementsAre;

Registry nested_registry() {
  Registry registry;
  registry.add("lab", [](Registrar& registrar) {
    registrar.add<Constant>("constant", "the same weight");
    registrar.add<Nested>("nested", "of others");
  });
  return registry;
}

std::vector<std::string> lines(const Problems& problems) {
  std::vector<std::string> lines;
  for (const Problem& problem : problems.all()) lines.push_back(to_string(problem));
  return lines;
}

TEST(Check, FillsInDefaultsOfNestedComponents) {
  const Registry registry = nested_registry();
  Problems problems;
  const ComponentChoice checked = registry.check(
      "scheduler",
      {"nested",
       {{"inner",
         Table{{"more", Value::List{"constant", Table{{"name", "constant"}, {"weight", 3}}}}}}}},
      "", problems);
  EXPECT_TRUE(problems.empty());
  const Table constant{{"name", "constant"}, {"weight", 1.0}};
  const Table three{{"name", "constant"}, {"weight", 3.0}};
  const Table expected{{"first", constant},
                       {"inner", Table{{"more", Value::List{constant, three}}}}};
  EXPECT_EQ(Value(checked.options).to_string(), Value(expected).to_string());
}

TEST(Check, TakesTheDefaultOfItsKindForANestedComponentThatIsLeftOut) {
  Registry registry = nested_registry();
  registry.add("other", [](Registrar& registrar) {
    registrar.add_default<Constant>("two", "a weight", Constant::Options{2.0});
    registrar.add<test::Wrapper>("wrapper", "around another");
  });
  Problems problems;
  const auto inner = [&](Table options) {
    return Value(registry.check("scheduler", {"wrapper", options}, "", problems).options)
        .to_string();
  };
  EXPECT_EQ(inner({}), "{ inner = { name = \"two\", weight = 2.0 } }");
  EXPECT_EQ(inner({{"inner", Table{{"weight", 5.0}}}}),
            "{ inner = { name = \"two\", weight = 5.0 } }");
  EXPECT_TRUE(problems.empty());
}

TEST(Check, ReportsAllMistakesWithPlaceAndKey) {
  const Registry registry = nested_registry();
  Value first(Table{{"name", "constan"}});
  first.where = {"run.toml", 3, 11};
  Value weight(-1.0);
  weight.where = {"run.toml", 4, 30};
  Value::List more{Table{{"name", "constant"}, {"weight", weight}}, Table{{"weight", 1.0}}};
  more[1].where = {"run.toml", 5, 2};
  Problems problems;
  registry.check("scheduler", {"nested", {{"first", first}, {"inner", Table{{"more", more}}}}},
                 "training.loss_weight", problems);
  EXPECT_THAT(
      lines(problems),
      ElementsAre("run.toml:5:2: training.loss_weight.inner.more[1].name is missing: the name of "
                  "a scheduler",
                  "run.toml:3:11: training.loss_weight.first names an unknown scheduler 'constan', "
                  "did you mean 'constant'?",
                  "run.toml:4:30: training.loss_weight.inner.more[0].weight must be >= 0, got "
                  "-1.0"));
}

TEST(Check, LeavesAnUnknownChoiceAsItWas) {
  const Registry registry = nested_registry();
  Problems problems;
  const ComponentChoice choice{"linear", {{"anything", 1}}, {"run.toml", 7, 10}};
  const ComponentChoice checked = registry.check("scheduler", choice, "weight", problems);
  EXPECT_EQ(checked.name, "linear");
  EXPECT_EQ(checked.options, choice.options);
  EXPECT_THAT(lines(problems),
              ElementsAre("run.toml:7:10: weight names an unknown scheduler 'linear'"));
}

}  // namespace
}  // namespace facet
