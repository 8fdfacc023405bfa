// --set KEY=VALUE
#include "framework/config/overrides.h"

#include <gtest/gtest.h>

#include "framework/toml/key_path.h"
#include "framework/toml/toml_reader.h"
#include "message_of.h"

namespace facet {
namespace {

Table sample() {
  return parse_toml(
      "[[objective]]\n"
      "loss = \"InfoNCE\"\n"
      "[[objective]]\n"
      "slice = [0, 8]\n"
      "[training]\n"
      "steps = 5\n",
      "f.toml");
}

Table with(const std::vector<std::string>& assignments) {
  Table table = sample();
  apply_overrides(table, assignments);
  return table;
}

std::string failure(const std::vector<std::string>& assignments) {
  return message_of([&] { with(assignments); });
}

TEST(Overrides, ChangeAValueAndSayWhereItCameFrom) {
  const Table table = with({"training.steps=100", "objective[1].slice[1]=6"});
  EXPECT_EQ(find_key(table, "training.steps")->integer(), 100);
  EXPECT_EQ(place_of(table, "training.steps").file, "--set");
  EXPECT_EQ(find_key(table, "objective[1].slice")->to_string(), "[0, 6]");
  EXPECT_EQ(place_of(table, "objective[1].slice[0]").line, 4);
}

TEST(Overrides, MakeTablesAndTurnABareNameIntoATable) {
  const Table table = with({"model.renormalize=true", "objective.0.loss.temperature=0.5"});
  EXPECT_TRUE(find_key(table, "model.renormalize")->boolean());
  EXPECT_EQ(find_key(table, "objective[0].loss")->to_string(),
            "{ name = \"InfoNCE\", temperature = 0.5 }");
}

TEST(Overrides, WhatIsNotTomlIsAText) {
  const Table table = with({"training.device=cuda:1", "data.file=a=b.npz", "data.trials=\"1\""});
  EXPECT_EQ(find_key(table, "training.device")->text(), "cuda:1");
  EXPECT_EQ(find_key(table, "data.file")->text(), "a=b.npz");
  EXPECT_EQ(find_key(table, "data.trials")->text(), "1");
}

TEST(Overrides, ListEveryAssignmentThatLeadsNowhere) {
  EXPECT_EQ(failure({"steps", "objective[2].slice=1", "training.steps.x=1", "model.=1"}),
            "--set: 'steps' is not KEY=VALUE\n"
            "--set: objective has 2 entries, counted from 0; there is no [2]\n"
            "--set: training.steps is 5, which has no 'x'\n"
            "--set: 'model.' is not a key such as objective[0].loss.name");
}

TEST(Overrides, TakeNoHalfPath) {
  for (const std::string key :
       {"objective[0.loss", "objective[0", "objective0].loss", "objective]0[", "objective[0]loss",
        "objective[[0]]", "objective[].loss", ".data", "data..file", "objective[0].", "[0]"})
    EXPECT_EQ(failure({key + "=1"}),
              "--set: '" + key + "' is not a key such as objective[0].loss.name");
}

TEST(KeyPath, APlaceThatIsMissingIsThatOfItsParent) {
  const Table table = sample();
  EXPECT_EQ(place_of(table, "training.batch_size").line, 5);
  EXPECT_EQ(place_of(table, "objective[1].slice[7]").line, 4);
  EXPECT_EQ(place_of(table, "output.folder").line, 0);
  EXPECT_EQ(find_key(table, "objective[1].loss"), nullptr);
}

}  // namespace
}  // namespace facet
