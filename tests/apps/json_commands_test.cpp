// Whatever reports something gives it as JSON, too, and nothing else on stdout.
#include <gmock/gmock.h>

#include <filesystem>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>

#include "apps/run_commands.h"
#include "commands.h"
#include "framework/plugin_loader/environment.h"

namespace facet {
namespace {

using nlohmann::json;
using test::Environment;

class JsonCommands : public RunCommands {
 protected:
  JsonCommands() : packs_("FACET_PACK_PATH", folder() + "/packs") {
    train_run({"--set", "training.steps=3"});
    facet({"train", "run.toml", "--out", "other", "--quiet", "--set", "training.steps=3"});
    std::filesystem::copy(LAB_PACK, folder() + "/lab", std::filesystem::copy_options::recursive);
    facet({"pack", "build", "lab", "--out", "lab.facetpack"});
    facet({"pack", "install", "lab.facetpack", "--allow-unsigned"});
  }
  /// Its output with --json, which must be JSON.
  json told(Words words) const {
    words.push_back("--json");
    const ProgramResult ended = facet(words);
    EXPECT_TRUE(json::accept(ended.output)) << words[0] << ": " << ended.output << ended.errors;
    return json::parse(ended.output, nullptr, false);
  }

 private:
  Environment packs_;
};

TEST_F(JsonCommands, WhateverReportsGivesJson) {
  const std::string lab = LAB_PACK "/lab.so";
  const std::map<std::string, Words> arguments = {
      {"train", {"run.toml", "--out", "new", "--quiet", "--set", "training.steps=1"}},
      {"check", {"run.toml"}},
      {"profile", {"run.toml", "--steps", "1"}},
      {"evaluate", {"run"}},
      {"attribute", {"run"}},
      {"compare", {"run", "other"}},
      {"data info", {"recording.npz"}},
      {"components", {"criterion"}},
      {"plugin list", {}},
      {"plugin doctor", {}},
      {"plugin info", {lab}},
      {"plugin check", {lab, "SupervisedContrastive"}},
      {"plugin trust", {}},
      {"pack verify", {"lab_pack"}},
      {"pack info", {"lab_pack"}},
      {"pack list", {}}};
  const auto check = [&](const std::string& path, const Words& lead, const Command& command) {
    if (!command.reports) return;
    ASSERT_TRUE(arguments.contains(path)) << path << ": which arguments shall it be tried with?";
    Words words = lead;
    words.insert(words.end(), arguments.at(path).begin(), arguments.at(path).end());
    EXPECT_FALSE(told(words).empty()) << path;
  };
  for (const Command& command : all_commands()) {
    check(command.name, {command.name}, command);
    for (const Command& action : command.actions)
      check(command.name + " " + action.name, {command.name, action.name}, action);
  }
}

TEST_F(JsonCommands, TrainTellsWhereTheRunIsAndHowItEnded) {
  EXPECT_EQ(told({"train", "run.toml", "--out", "new", "--quiet", "--set", "training.steps=2"}),
            json::parse(R"({"folder": "new", "steps": 2, "end": "done"})"));
  const json seeds = told({"train", "run.toml", "--out", "two", "--quiet", "--seeds", "2", "--set",
                           "training.steps=1"});
  EXPECT_EQ(seeds["folder"], "two");
  EXPECT_EQ(seeds["end"], "done");
  EXPECT_EQ(seeds["seeds"]["models"].size(), 2);
}

TEST_F(JsonCommands, CheckTellsEachMistakeWithItsPlace) {
  write_text(folder() + "/bad.toml", "[data]\nfile = 3\n[training]\nmax_iterations = 5\n");
  const json told_of = told({"check", "bad.toml"});
  EXPECT_EQ(told_of["config"], "bad.toml");
  ASSERT_EQ(told_of["mistakes"].size(), 3);
  EXPECT_EQ(told_of["mistakes"][2], json::parse(R"({"file": "bad.toml", "line": 4, "column": 18,
                            "key": "training.max_iterations",
                            "what": "is not known; CEBRA's parameter is here training.steps"})"));
  EXPECT_EQ(facet({"check", "bad.toml", "--json"}).exit_code, 2);
  EXPECT_EQ(told({"check", "run.toml"})["mistakes"], json::array());
}

TEST_F(JsonCommands, PackAndPluginAreToldWithTheirComponents) {
  const json info = told({"pack", "info", "lab_pack"});
  EXPECT_EQ(info["pack"], "lab_pack");
  EXPECT_EQ(info["plugins"][0]["name"], "lab");
  EXPECT_FALSE(info["plugins"][0]["components"].empty());
  const json list = told({"plugin", "list"});
  Words paths;
  for (const json& plugin : list["plugins"]) paths.push_back(plugin["path"]);
  EXPECT_THAT(paths, testing::Contains(folder() + "/packs/lab_pack/1.0.0/lab.so"));
  const json plugin = told({"plugin", "info", LAB_PACK "/lab.so"});
  EXPECT_EQ(plugin["note"]["plugin"], "lab");
  EXPECT_EQ(plugin["checks"].size(), 10);
}

TEST_F(JsonCommands, TheSchemaOfAConfigHasComponentsOfInstalledPacks) {
  const ProgramResult ended = facet({"config", "--schema"});
  ASSERT_TRUE(json::accept(ended.output)) << ended.errors;
  const json schema = json::parse(ended.output);
  EXPECT_THAT(schema["definitions"]["distribution"]["anyOf"][0]["anyOf"][0]["enum"],
              testing::IsSupersetOf({"time", "trial_time"}));
  EXPECT_EQ(facet({"config", "--schema", "run.toml"}).output, ended.output);
  EXPECT_EQ(facet({"config"}).errors, "what of a config? --schema writes its JSON Schema\n");
}

}  // namespace
}  // namespace facet
