#include "framework/registry/component_json.h"

#include <gtest/gtest.h>

#include <limits>
#include <nlohmann/json.hpp>

namespace facet {
namespace {

OptionInfo option(const std::string& name, OptionType type, const std::string& doc) {
  OptionInfo option;
  option.name = name;
  option.type = type;
  option.doc = doc;
  return option;
}

ComponentInfo example() {
  OptionInfo temperature = option("temperature", OptionType::number, "divides the similarities");
  temperature.default_value = 0.1;
  temperature.lower = 0.0;
  temperature.lower_open = true;
  temperature.upper = 1e300;
  OptionInfo reduction = option("reduction", OptionType::text, "mean or \"sum\"");
  reduction.default_value = "mean";
  reduction.choices = {"mean", "sum"};
  OptionInfo weight = option("weight", OptionType::component, "its weight");
  weight.default_value = Table{{"name", "constant"}, {"steps", Value::List{1, 2}}};
  weight.kind = "scheduler";
  weight.may_change = true;
  OptionInfo schedule = option("schedule", OptionType::component, "the default of its kind");
  schedule.kind = "scheduler";
  schedule.default_of_kind = true;
  OptionInfo inner = option("inner", OptionType::table, "more");
  inner.required = true;
  inner.members = {temperature};
  OptionInfo limit = option("limit", OptionType::number, "of the norm");
  limit.default_value = std::numeric_limits<double>::infinity();
  return {"criterion",
          "contrastive",
          "InfoNCE",
          "a loss",
          {"a + b", "B x d", "nats", "a paper"},
          {temperature, reduction, weight, schedule, inner, limit},
          true};
}

TEST(ComponentJson, ReadsBackWhatItWrote) {
  const ComponentInfo info = example();
  const std::string text = component_to_json(info).dump();
  const ComponentInfo read = component_from_json(nlohmann::ordered_json::parse(text));
  EXPECT_EQ(read.kind, info.kind);
  EXPECT_EQ(read.form, info.form);
  EXPECT_EQ(read.name, info.name);
  EXPECT_EQ(read.summary, info.summary);
  EXPECT_EQ(read.documentation.formula, "a + b");
  EXPECT_EQ(read.documentation.shapes, "B x d");
  EXPECT_EQ(read.documentation.units, "nats");
  EXPECT_EQ(read.documentation.source, "a paper");
  EXPECT_EQ(read.options, info.options);
  EXPECT_TRUE(read.is_default);
}

TEST(ComponentJson, LeavesOutWhatHasItsUsualValue) {
  ComponentInfo info;
  info.kind = "reader";
  info.name = "npz";
  info.summary = "numpy's archive";
  info.options = {option("strict", OptionType::boolean, "refuse what is not known")};
  info.options[0].default_value = true;
  EXPECT_EQ(
      component_to_json(info).dump(),
      R"({"kind":"reader","name":"npz","summary":"numpy's archive","options":[)"
      R"({"name":"strict","type":"boolean","doc":"refuse what is not known","default":true}]})");
}

}  // namespace
}  // namespace facet
