// What a user does with a run: check, train, embed, and Ctrl-C.
#include "apps/run_commands.h"

#include <gmock/gmock.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <thread>

#include "framework/run_folder/embedding_file.h"

namespace facet {
namespace {

namespace fs = std::filesystem;
using testing::EndsWith;
using testing::HasSubstr;
using testing::StartsWith;

TEST_F(RunCommands, CheckTellsWhatWasDecidedAndWritesNothing) {
  const ProgramResult checked = facet({"check", "run.toml"});
  EXPECT_EQ(checked.exit_code, 0);
  EXPECT_EQ(checked.output, "run.toml: no mistakes\n");
  EXPECT_EQ(checked.errors,
            "recording.npz: 400 bins x 6 channels\nlabel 'position' is continuous, 400 x 2\n"
            "label 'phase' is discrete, 400\n400 of 400 bins have a full window of 1\n");
  EXPECT_EQ(std::distance(fs::directory_iterator(folder()), fs::directory_iterator()), 2);
}

TEST_F(RunCommands, TrainWritesTheRunAndNamesItOnStdout) {
  const ProgramResult trained =
      train_run({"--set", "training.steps=3", "--set", "model.hidden_units=[8, 8, 4]"});
  EXPECT_EQ(trained.exit_code, 0) << trained.errors;
  EXPECT_EQ(trained.output, "run\n");
  EXPECT_EQ(trained.errors, "");
  EXPECT_THAT(read("run/config.toml"), HasSubstr("\nsteps = 3\n"));
  EXPECT_THAT(read("run/config.toml"), HasSubstr("\nhidden_units = [8, 8, 4]\n"));
  for (const char* file : {"history.csv", "validation.csv", "model.npz", "embedding.npz"})
    EXPECT_TRUE(fs::exists(folder() + "/run/" + file)) << file;
  EXPECT_EQ(nlohmann::json::parse(read("run/run.json"))["steps"], 3);
}

// Not by Adam, which makes steps of their rounding where gradients are 0 (a bias moves all points).
TEST_F(RunCommands, KernelsAreAllowedByTheEnvironment) {
  const Words words{"--overwrite",
                    "--set",
                    "training.steps=5",
                    "--set",
                    "training.optimizer={ name = \"SGD\", lr = 0.01 }",
                    "--set",
                    "model={ name = \"offset10-model-mse\", num_units = 8, num_output = 4 }"};
  std::vector<at::Tensor> embeddings;
  for (const char* allowed : {"plain", "any", "avx2", "avx512"}) {
    setenv("FACET_KERNELS", allowed, 1);
    const ProgramResult trained = train_run(words);
    EXPECT_EQ(trained.exit_code, 0) << trained.errors;
    embeddings.push_back(load_embedding(folder() + "/run/embedding.npz").embedding);
    EXPECT_TRUE(at::allclose(embeddings.back(), embeddings[0], 1e-4, 1e-5)) << allowed;
  }
  EXPECT_FALSE(at::equal(embeddings[0], embeddings[1])) << "were they used?";
  setenv("FACET_KERNELS", "fast", 1);
  EXPECT_THAT(train_run(words).errors,
              EndsWith("the environment variable FACET_KERNELS is 'fast': it must be plain, any, "
                       "avx2 or avx512\n"));
  unsetenv("FACET_KERNELS");
}

TEST_F(RunCommands, TrainShowsPlainLinesWhereThereIsNoTerminal) {
  const ProgramResult trained = facet({"train", "run.toml", "--set", "training.steps=10"});
  EXPECT_EQ(trained.exit_code, 0) << trained.errors;
  EXPECT_EQ(trained.output, "runs/run\n");
  EXPECT_THAT(trained.errors, StartsWith("recording.npz: 400 bins x 6 channels\n"));
  EXPECT_THAT(trained.errors, HasSubstr("\nstep 10 of 10, "));
  EXPECT_THAT(trained.errors, HasSubstr("\nstep 10, held-out loss "));
  EXPECT_EQ(trained.errors.find_first_of("\r\x1b"), std::string::npos);
}

TEST_F(RunCommands, ANewFolderIsTakenUnlessOneIsNamed) {
  const Words train{"train", "run.toml", "--quiet", "--set", "training.steps=1"};
  EXPECT_EQ(facet(train).output, "runs/run\n");
  EXPECT_EQ(facet(train).output, "runs/run-2\n");
  Words named = train;
  named.insert(named.end(), {"--set", "output.folder=mine"});
  EXPECT_EQ(facet(named).output, "mine\n");
}

TEST_F(RunCommands, EmbedGivesTheEmbeddingOfTheRunAgain) {
  train_run({"--set", "training.steps=3"});
  const ProgramResult embedded = facet({"embed", "run", "recording.npz", "--out", "again.npz"});
  EXPECT_EQ(embedded.exit_code, 0) << embedded.errors;
  EXPECT_EQ(embedded.output, "again.npz\n");
  EXPECT_TRUE(at::allclose(load_embedding(folder() + "/again.npz").embedding,
                           load_embedding(folder() + "/run/embedding.npz").embedding));
}

TEST_F(RunCommands, EmbedRefusesARecordingOfOtherNeurons) {
  train_run({"--set", "training.steps=1"});
  write_npz(folder() + "/other.npz", {{"neural", at::rand({50, 7})}});
  const ProgramResult embedded = facet({"embed", "run", "other.npz"});
  EXPECT_EQ(embedded.exit_code, 1);
  EXPECT_EQ(embedded.output, "");
  EXPECT_EQ(embedded.errors,
            "other.npz: 50 bins x 7 channels\n"
            "facet: other.npz: 7 channels of signals, the run was trained on 6\n");
}

TEST_F(RunCommands, CtrlCOfSeveralSeedsSaysHowAllOfThemGoOn) {
  RunningProgram training({FACET_PROGRAM, "train", "run.toml", "--out", "two runs", "--seeds", "2",
                           "--json", "--set", "training.steps=100000000", "--quiet"},
                          folder());
  for (int i = 0; i < 3000 && !fs::exists(folder() + "/two runs/seed-0/model.npz"); ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  kill(training.id(), SIGINT);
  const ProgramResult ended = training.wait();
  EXPECT_EQ(ended.exit_code, 75);
  EXPECT_EQ(nlohmann::json::parse(ended.output),
            nlohmann::json({{"folder", "two runs"}, {"end", "interrupted"}}));
  EXPECT_THAT(ended.errors,
              EndsWith(" steps of two runs/seed-0; the runs are saved, and go on with: facet train "
                       "run.toml --set training.steps=100000000 --seeds 2 --out 'two runs' "
                       "--resume\n"));
}

TEST_F(RunCommands, CtrlCEndsTheRunWithAllThatWasLearnedSaved) {
  RunningProgram training({FACET_PROGRAM, "train", "run.toml", "--out", "run", "--quiet", "--set",
                           "training.steps=100000000"},
                          folder());
  // The first validation writes the model: by then training has begun.
  for (int i = 0; i < 3000 && !fs::exists(folder() + "/run/model.npz"); ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  kill(training.id(), SIGINT);
  const ProgramResult ended = training.wait();
  EXPECT_EQ(ended.exit_code, 75);
  EXPECT_EQ(ended.output, "run\n");
  EXPECT_THAT(
      ended.errors,
      StartsWith("\nfacet: ends after this step, and saves what was learned; a second Ctrl-C "
                 "ends it at once\ninterrupted after "));
  EXPECT_THAT(ended.errors, EndsWith(" steps; the run is saved, and goes on with: facet train run "
                                     "--resume\n"));
  EXPECT_EQ(nlohmann::json::parse(read("run/run.json"))["interrupted"], true);
  EXPECT_EQ(load_embedding(folder() + "/run/embedding.npz").embedding.size(0), 400);
}

TEST_F(RunCommands, ATerminalThatGoesAwayEndsTheRunWithAllThatWasLearnedSaved) {
  RunningProgram training({FACET_PROGRAM, "train", "run.toml", "--out", "run", "--quiet", "--set",
                           "training.steps=100000000"},
                          folder());
  for (int i = 0; i < 3000 && !fs::exists(folder() + "/run/model.npz"); ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  kill(training.id(), SIGHUP);
  kill(training.id(), SIGHUP);  // of the shell and of the terminal itself
  EXPECT_EQ(training.wait().exit_code, 75);
  EXPECT_EQ(nlohmann::json::parse(read("run/run.json"))["interrupted"], true);
}

TEST_F(RunCommands, AFolderIsTrainedOnlyToResume) {
  train_run({"--set", "training.steps=3"});
  const ProgramResult refused = facet({"train", "run"});
  EXPECT_EQ(refused.exit_code, 2);
  EXPECT_EQ(refused.errors, "run is a folder: --resume goes on with the run in it\n");
  const ProgramResult longer =
      facet({"train", "run", "--resume", "--quiet", "--set", "training.steps=5"});
  EXPECT_EQ(longer.exit_code, 0) << longer.errors;
  const auto record = nlohmann::json::parse(read("run/run.json"));
  EXPECT_EQ(record["steps"], 5);
  EXPECT_EQ(record["resumed_at"], 3);
  EXPECT_EQ(record["interrupted"], false);
}

TEST_F(RunCommands, ARebuiltPluginStopsARunThatIsResumedUnlessItIsAccepted) {
  const std::string plugin = folder() + "/plugins/lab.so";
  fs::create_directory(folder() + "/plugins");
  fs::permissions(folder() + "/plugins", fs::perms(0755));
  for (const char* ending : {".so", ".components.json"})
    fs::copy_file(LAB_PACK + ("/lab" + std::string(ending)), folder() + "/plugins/lab" + ending);
  const auto lab_checksum = [&] {
    const auto record = nlohmann::json::parse(read("run/run.json"));
    for (const auto& known : record["plugins"])
      if (known["name"] == "lab") return known["checksum"].get<std::string>();
    return std::string("none");
  };
  const ProgramResult trained =
      train_run({"--set", "plugins.path=[\"plugins\"]", "--set",
                 "model={name=\"lab/gru\",num_output=4}", "--set", "training.steps=3"});
  ASSERT_EQ(trained.exit_code, 0) << trained.errors;
  const std::string before = lab_checksum();

  std::ofstream(plugin, std::ios::app) << "built again";
  const Words resume = {"train", "run", "--resume", "--quiet", "--set", "training.steps=5"};
  const ProgramResult refused = facet(resume);
  EXPECT_EQ(refused.exit_code, 1);
  EXPECT_THAT(refused.errors,
              testing::MatchesRegex("facet: run: the run would not go on as it began:\n"
                                    "  plugin lab was " +
                                    before +
                                    ", is now sha256:[0-9a-f]{64}\n"
                                    "with --accept-changes it goes on all the same\n"));

  Words accepting = resume;
  accepting.push_back("--accept-changes");
  const ProgramResult resumed = facet(accepting);
  EXPECT_EQ(resumed.exit_code, 0) << resumed.errors;
  const std::string warning = "resumed after step 3: plugin lab was " + before + ", is now " +
                              lab_checksum() +
                              "; what comes after it is trained otherwise than what came before";
  EXPECT_NE(lab_checksum(), before);
  EXPECT_EQ(resumed.errors, "warning: " + warning + "\n");
  const auto record = nlohmann::json::parse(read("run/run.json"));
  EXPECT_EQ(record["steps"], 5);
  EXPECT_THAT(record["warnings"].get<Words>(), testing::ElementsAre(warning));
  EXPECT_EQ(facet(resume).exit_code, 0) << "the run goes on with the plugin that was accepted";
}

TEST_F(RunCommands, ChangesAreAcceptedOnlyOfARunThatIsResumed) {
  const ProgramResult refused = facet({"train", "run.toml", "--accept-changes"});
  EXPECT_EQ(refused.exit_code, 2);
  EXPECT_EQ(refused.errors, "--accept-changes goes with --resume\n");
}

TEST_F(RunCommands, SeedsTrainsARunForEachAndTellsTheirFiguresTogether) {
  const ProgramResult trained =
      train_run({"--set", "training.steps=3", "--set", "training.seed=4", "--seeds", "2"});
  EXPECT_EQ(trained.exit_code, 0) << trained.errors;
  EXPECT_THAT(trained.output, StartsWith("run\nfigure"));
  EXPECT_THAT(trained.output, HasSubstr("0:2 position knn r2"));
  EXPECT_THAT(read("run/seed-4/config.toml"), HasSubstr("\nseed = 4\n"));
  EXPECT_THAT(read("run/seed-5/config.toml"), HasSubstr("\nseed = 5\n"));
  EXPECT_NE(read("run/seed-4/history.csv"), read("run/seed-5/history.csv"));
  const auto seeds = nlohmann::json::parse(read("run/seeds.json"));
  const auto alone = nlohmann::json::parse(facet({"evaluate", "run/seed-5", "--json"}).output);
  EXPECT_EQ(seeds["decoding"][0]["r2"]["values"][1], alone["decoding"][0]["r2"]);
}

}  // namespace
}  // namespace facet
