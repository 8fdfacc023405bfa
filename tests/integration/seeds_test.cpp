#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "framework/cebra/fit_hooks.h"
#include "framework/judging/evaluate.h"
#include "framework/judging/train_seeds.h"
#include "integration/small_run.h"
#include "temporary_folder.h"

namespace facet {
namespace {

class Seeds : public testing::Test {
 protected:
  TemporaryFolder folder;
  std::string config_path = write_small_run(folder.path());
  std::unique_ptr<Registry> registry = open_registry();
  RunConfig config =
      read_run_config(config_path, {"training.steps=3", "training.seed=4"}, *registry);
};

TEST_F(Seeds, AreARunForEachWithHooksOfItsOwnAndTheirFiguresTogether) {
  int asked = 0;
  const SeedRuns runs = train_seeds(config, folder.path(), 2, *registry, [&] {
    ++asked;
    return TrainHooks();
  });
  EXPECT_EQ(asked, 2);
  ASSERT_EQ(runs.folders.size(), 2U);
  EXPECT_EQ(runs.folders[1].path(), folder.path() + "/seed-5");
  EXPECT_EQ(runs.outcome.steps, 3);
  config.training.seed = 5;
  const Figures alone = evaluate_run(runs.folders[1], config, *registry).figures;
  ASSERT_EQ(runs.summary.size(), alone.size());
  for (std::size_t i = 0; i < alone.size(); ++i) {
    EXPECT_EQ(to_string(runs.summary[i].path), to_string(alone[i].path));
    EXPECT_EQ(runs.summary[i].values.at(1), alone[i].value) << to_string(alone[i].path);
  }
  const auto json = nlohmann::json::parse(read_text(folder.path() + "/seeds.json"));
  EXPECT_EQ(json["held_out"], true);
  EXPECT_EQ(json["decoding"][0]["r2"]["values"][1].get<double>(),
            find_value(alone, "decoding 0:2 position knn r2"));
}

TEST_F(Seeds, EndWithTheRunThatIsInterrupted) {
  TrainHooks hooks;
  hooks.observers = {interrupted([] { return true; })};
  const SeedRuns runs = train_seeds(config, folder.path(), 3, *registry, [&] { return hooks; });
  EXPECT_EQ(runs.folders.size(), 1U);
  EXPECT_EQ(runs.outcome.end, FitEnd::interrupted);
  EXPECT_TRUE(runs.summary.empty());
}

TEST_F(Seeds, GoOnFromTheirCheckpointsOrBegin) {
  train(config, RunFolder(folder.path() + "/seed-4"), *registry);
  config.training.steps = 5;
  const SeedRuns runs = train_seeds(
      config, folder.path(), 2, *registry, [] { return TrainHooks(); }, TrainFrom::checkpoint);
  const auto resumed_at = [&](std::size_t run) {
    return nlohmann::json::parse(read_text(runs.folders[run].record()))["resumed_at"];
  };
  EXPECT_EQ(resumed_at(0), 3);
  EXPECT_EQ(resumed_at(1), 0);
}

TEST_F(Seeds, AreJudgedWithoutTheOneThatFails) {
  const std::string place = folder.path() + "/seeds";
  const auto hooks = [] { return TrainHooks(); };
  train_seeds(config, place, 2, *registry, hooks);
  write_text(RunFolder(place + "/seed-5").checkpoint(), "damaged");
  const SeedRuns runs = train_seeds(config, place, 2, *registry, hooks, TrainFrom::checkpoint);
  ASSERT_EQ(runs.failures.size(), 1U);
  EXPECT_TRUE(runs.failures[0].starts_with("seed 5: " + place + "/seed-5/checkpoint.npz"))
      << runs.failures[0];
  ASSERT_FALSE(runs.summary.empty());
  EXPECT_EQ(runs.summary[0].values.size(), 1U);
  const auto json = nlohmann::json::parse(read_text(place + "/seeds.json"));
  EXPECT_EQ(json["failures"][0], runs.failures[0]);
  EXPECT_EQ(json["models"].size(), 1U);
}

}  // namespace
}  // namespace facet
