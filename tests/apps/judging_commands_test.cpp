// How a user judges runs: evaluate, attribute, compare.
#include <gmock/gmock.h>

#include <cmath>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>

#include "apps/run_commands.h"
#include "framework/run_folder/embedding_file.h"

namespace facet {
namespace {

namespace fs = std::filesystem;
using testing::EndsWith;
using testing::HasSubstr;
using testing::StartsWith;

class JudgingCommands : public RunCommands {};

TEST_F(JudgingCommands, EvaluateIsATableOrJson) {
  train_run({"--set", "training.steps=3"});
  const ProgramResult table = facet({"evaluate", "run"});
  EXPECT_EQ(table.exit_code, 0) << table.errors;
  EXPECT_EQ(table.errors, folder() + "/recording.npz: 400 bins x 6 channels\n");
  EXPECT_THAT(table.output, StartsWith("slice  loss"));
  EXPECT_THAT(table.output, HasSubstr("\nfacet  label"));
  EXPECT_THAT(table.output, EndsWith("\n"));
  const auto json = nlohmann::json::parse(facet({"evaluate", "run", "--json"}).output);
  EXPECT_EQ(json["held_out"], true);
  // Three facets, position by six decoders, phase by five.
  EXPECT_EQ(json["decoding"].size(), 33U);
  EXPECT_TRUE(json["decoding"][0].contains("r2"));
  for (const char* baseline : {"PCA", "untrained"})
    EXPECT_EQ(json["baselines"][baseline].size(), 33U) << baseline;
}

TEST_F(JudgingCommands, EvaluateGivesHeldOutLossesAndBitsOfInfoNCE) {
  train_run({"--set", "training.steps=3", "--set", "training.num_negatives=24"});
  const auto json = nlohmann::json::parse(facet({"evaluate", "run", "--json"}).output);
  const auto& objectives = json["objectives"];
  ASSERT_EQ(objectives.size(), 2U);
  EXPECT_EQ(objectives[0]["slice"], nlohmann::json({0, 2}));
  EXPECT_EQ(objectives[0]["loss"], "LearnableEuclideanInfoNCE");
  EXPECT_NEAR(objectives[0]["bits"].get<double>(),
              (std::log(24) - objectives[0]["value"].get<double>()) / std::log(2), 1e-9);
  EXPECT_FALSE(objectives[1].contains("bits")) << "a mean squared error has none";
  // The loss of the last validation during training, on the same batches.
  const std::string validation = read("run/validation.csv");
  EXPECT_THAT(validation, HasSubstr(objectives[1]["value"].dump().substr(0, 6)));
}

TEST_F(JudgingCommands, EvaluateByFoldsJudgesAllBins) {
  train_run({"--set", "training.steps=3"});
  const ProgramResult folds = facet({"evaluate", "run", "--json", "--folds", "4"});
  EXPECT_EQ(folds.exit_code, 0) << folds.errors;
  const auto whole = nlohmann::json::parse(facet({"evaluate", "run", "--json"}).output);
  EXPECT_NE(nlohmann::json::parse(folds.output)["decoding"][0]["r2"], whole["decoding"][0]["r2"]);
  EXPECT_EQ(facet({"evaluate", "run", "--folds", "1"}).errors, "--folds must be at least 2\n");
}

TEST_F(JudgingCommands, EvaluateWithoutTheRecordingDecodesAllTheSame) {
  train_run({"--set", "training.steps=3"});
  fs::remove(folder() + "/recording.npz");
  const ProgramResult evaluated = facet({"evaluate", "run"});
  EXPECT_EQ(evaluated.exit_code, 0);
  EXPECT_THAT(evaluated.output, StartsWith("facet  label"));
  EXPECT_THAT(evaluated.errors, StartsWith("warning: without the recording there are no held-out "
                                           "losses and no baselines: "));
}

TEST_F(JudgingCommands, AttributeRanksNeuronsAndWritesTheMaps) {
  train_run({"--set", "training.steps=3"});
  const ProgramResult table = facet({"attribute", "run", "--top", "3"});
  EXPECT_EQ(table.exit_code, 0) << table.errors;
  EXPECT_THAT(table.output, StartsWith("jf"));
  std::map<std::string, at::Tensor> maps;
  for (const NamedTensor& array : read_npz(folder() + "/run/attribution.npz"))
    maps[array.name] = array.tensor;
  EXPECT_EQ(maps.size(), 8U);  // and the format, and the model
  EXPECT_EQ(maps.at("jf").sizes(), (std::vector<std::int64_t>{4, 6}));
}

TEST_F(JudgingCommands, AttributeComparesWithAGroundTruthOfTheRecording) {
  auto arrays = read_npz(folder() + "/recording.npz");
  arrays.push_back({"encodes", at::tensor({1, 0, 1, 0, 0, 0}, at::kByte)});
  write_npz(folder() + "/recording.npz", arrays);
  train_run({"--set", "training.steps=3"});
  const ProgramResult result =
      facet({"attribute", "run", "--method", "{ name = \"integrated-gradients\", n_steps = 4 }",
             "--method", "feature-ablation", "--ground-truth", "encodes", "--num-samples", "50",
             "--every-bin", "--json"});
  EXPECT_EQ(result.exit_code, 0) << result.errors;
  const auto json = nlohmann::json::parse(result.output);
  ASSERT_EQ(json.size(), 12U);  // two methods, two maps each, three facets
  EXPECT_EQ(json[0]["map"], "integrated-gradients");
  EXPECT_EQ(json[0]["ranking"].size(), 6U);
  EXPECT_GE(json[0]["auroc"], 0);
  bool found = false;
  for (const NamedTensor& array : read_npz(folder() + "/run/attribution.npz")) {
    if (array.name != "feature-ablation.bins") continue;
    EXPECT_EQ(array.tensor.sizes(), (std::vector<std::int64_t>{50, 4, 6}));
    found = true;
  }
  EXPECT_TRUE(found);
}

TEST_F(JudgingCommands, AttributeTellsWhatItDoesNotKnow) {
  train_run({"--set", "training.steps=1"});
  const ProgramResult method = facet({"attribute", "run", "--method", "feature-ablatio"});
  EXPECT_EQ(method.exit_code, 2);
  EXPECT_THAT(method.errors, HasSubstr("did you mean 'feature-ablation'?"));
  const ProgramResult truth = facet({"attribute", "run", "--ground-truth", "positio"});
  EXPECT_EQ(truth.exit_code, 1);
  EXPECT_EQ(truth.errors,
            "facet: the recording has no array 'positio' with the ground truth, did "
            "you mean 'position'?\n");
}

TEST_F(JudgingCommands, CompareSetsRunsBesideOneAnother) {
  const Words train{"train", "run.toml", "--quiet", "--set", "training.steps=3", "--out"};
  for (const char* name : {"one", "same", "other"}) {
    Words words = train;
    words.insert(words.end(), {name, "--set"});
    words.push_back(std::string("training.seed=") + (name == std::string("other") ? "1" : "0"));
    EXPECT_EQ(facet(words).exit_code, 0);
  }
  const ProgramResult table = facet({"compare", "one", "same", "other"});
  EXPECT_EQ(table.exit_code, 0) << table.errors;
  EXPECT_THAT(table.output, StartsWith("0:2 consistency (R2), mean "));
  const auto json = nlohmann::json::parse(
      facet({"compare", "one", "same", "other", "--json", "--ensemble", "joint.npz"}).output);
  EXPECT_NEAR(json["facets"][0]["consistency"][0][1].get<double>(), 1, 1e-9);
  EXPECT_LT(json["facets"][0]["consistency"][0][2].get<double>(), 1);
  EXPECT_EQ(load_embedding(folder() + "/joint.npz").embedding.size(0), 400);
  EXPECT_EQ(
      facet({"compare", "one"}).errors,
      "facet: one: has one recording; two or more runs are compared, or the sessions of one\n");
  EXPECT_EQ(facet({"compare", "one", "--ensemble", "joint.npz"}).errors,
            "--ensemble takes two or more runs\n");
}

TEST_F(JudgingCommands, EvaluateWarnsWhenNothingWasHeldOut) {
  write_text(folder() + "/run.toml",
             read("run.toml").erase(read("run.toml").find("validation"), 17));
  train_run({"--set", "training.steps=1"});
  const ProgramResult evaluated = facet({"evaluate", "run"});
  EXPECT_EQ(evaluated.exit_code, 0);
  EXPECT_THAT(evaluated.errors, HasSubstr("\nwarning: the run held nothing out; "));
}

TEST_F(JudgingCommands, EvaluateOfNoRunFails) {
  const ProgramResult evaluated = facet({"evaluate", "."});
  EXPECT_EQ(evaluated.exit_code, 1);
  EXPECT_EQ(evaluated.errors, "facet: .: is not the folder of a run: it has no config.toml\n");
}

/// Labels that cannot be decoded: one value alone, and classes of which none comes twice.
TEST_F(JudgingCommands, EvaluateSaysWhichLabelsAreNotDecoded) {
  auto arrays = read_npz(folder() + "/recording.npz");
  arrays.push_back({"weight", at::full({400}, 0.3, at::kDouble)});
  arrays.push_back({"trial", at::arange(400, at::kLong)});
  write_npz(folder() + "/recording.npz", arrays);
  train_run({"--set", "training.steps=3"});
  const ProgramResult table = facet({"evaluate", "run"});
  EXPECT_EQ(table.exit_code, 0) << table.errors;
  EXPECT_THAT(table.errors, HasSubstr("\nwarning: label 'weight' is not decoded: it has one value "
                                      "alone where decoders are judged\n"));
  EXPECT_THAT(table.errors, HasSubstr("\nwarning: label 'trial' is not decoded: most bins"));
  EXPECT_THAT(table.output, Not(HasSubstr("weight")));
  EXPECT_THAT(table.output, Not(HasSubstr("nan")));
  const ProgramResult plotted = facet({"plot", "decoding", "run"});
  EXPECT_THAT(plotted.errors, HasSubstr("warning: label 'trial' is not decoded"));
}

TEST_F(JudgingCommands, CompareTakesTheRunsOfAFolderOfSeeds) {
  train_run({"--set", "training.steps=2", "--seeds", "2"});
  const auto json = nlohmann::json::parse(facet({"compare", "run", "--json"}).output);
  EXPECT_EQ(json["runs"], nlohmann::json({"run/seed-0", "run/seed-1"}));
  const ProgramResult one = facet({"evaluate", "run"});
  EXPECT_EQ(one.exit_code, 1);
  EXPECT_EQ(one.errors,
            "facet: run: is the folder of several runs: name one of them, such as run/seed-0\n");
}

/// The recording, half a turn later.
TEST_F(JudgingCommands, CompareOfOtherRecordingsIsWhereALabelIsAlike) {
  const at::Tensor angle = at::arange(400, at::kFloat) / 20 + 3;
  train_run({"--set", "training.steps=2"});
  write_npz(folder() + "/recording.npz",
            {{"neural", (angle.unsqueeze(1) + at::arange(6, at::kFloat)).sin()},
             {"position", at::stack({angle.cos(), angle.sin()}, 1)},
             {"phase", angle.remainder(6.2831853F).floor().to(at::kLong)}});
  facet({"train", "run.toml", "--out", "later", "--quiet", "--set", "training.steps=2"});
  const ProgramResult by_bin = facet({"compare", "run", "later"});
  EXPECT_EQ(by_bin.exit_code, 0);
  EXPECT_THAT(by_bin.errors, StartsWith("warning: run and later were trained on other signals"));
  const ProgramResult by_label = facet({"compare", "run", "later", "--label", "position[0]"});
  EXPECT_EQ(by_label.exit_code, 0) << by_label.errors;
  EXPECT_EQ(by_label.errors, "");
  const ProgramResult plotted =
      facet({"plot", "consistency", "run", "later", "--label", "position[0]"});
  EXPECT_EQ(plotted.exit_code, 0) << plotted.errors;
  EXPECT_EQ(plotted.errors, "");
  EXPECT_THAT(
      facet({"plot", "consistency", "run", "later", "--label", "position", "--out", "other.svg"})
          .errors,
      HasSubstr("runs are compared by one: 'position[0]' is the first"));
}

}  // namespace
}  // namespace facet
