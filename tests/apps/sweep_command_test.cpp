#include <gmock/gmock.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <thread>

#include "apps/run_commands.h"

namespace facet {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::StartsWith;

namespace fs = std::filesystem;

constexpr const char* r2 = "decoding 0:2 position knn r2";

class SweepCommand : public RunCommands {
 protected:
  /// Twelve runs: two sizes of a batch, three learning rates for each, two seeds.
  static Words twelve_runs(const std::string& place) {
    return {"sweep",
            "run.toml",
            "--out",
            place,
            "--resume",
            "--grid",
            "training.batch_size=16,32",
            "--random",
            "training.optimizer.lr=1e-4..1e-2:log",
            "--draws",
            "3",
            "--seeds",
            "2",
            "--jobs",
            "2",
            "--best",
            r2,
            "--set",
            "data.test=0.1"};
  }
  Words program(Words words) const {
    words.insert(words.begin(), FACET_PROGRAM);
    return words;
  }
  /// Of up to twelve runs, and the sweep itself.
  std::size_t num_complete(const std::string& place) const {
    std::size_t number = path_exists(folder() + "/" + place + "/metrics.json");
    for (int run = 0; run < 12; ++run)
      number += path_exists(folder() + "/" + place + "/trial-" + std::to_string(run / 2) +
                            "/seed-" + std::to_string(run % 2) + "/metrics.json");
    return number;
  }
  void wait_for_complete(const std::string& place, std::size_t number) const {
    for (int i = 0; i < 12000 && num_complete(place) < number; ++i)
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  /// Processes that have a word with this test's folder in their command line.
  std::size_t num_running() const {
    std::size_t number = 0;
    for (const auto& process : fs::directory_iterator("/proc")) {
      std::ifstream file(process.path() / "cmdline");
      const std::string words{std::istreambuf_iterator<char>(file), {}};
      number += words.find(folder()) != std::string::npos;
    }
    return number;
  }
  /// The last lines of a sweep, from its table on.
  static std::string table_in(const std::string& output) {
    return output.substr(output.find("trial "));
  }
};

TEST_F(SweepCommand, ThatWasKilledAndResumedGivesTheTableOfOneThatWasNot) {
  const ProgramResult whole = facet(twelve_runs("whole"));
  ASSERT_EQ(whole.exit_code, 0) << whole.errors;
  EXPECT_EQ(num_complete("whole"), 13U);  // that of the sweep itself

  Words words = program(twelve_runs("killed"));
  words.insert(words.begin(), "/usr/bin/setsid");
  {
    const RunningProgram group(words, folder());
    wait_for_complete("killed", 2);
    kill(-group.id(), SIGKILL);
    EXPECT_EQ(group.wait().signal, SIGKILL);
  }
  {
    const RunningProgram parent(program(twelve_runs("killed")), folder());
    wait_for_complete("killed", 6);
    kill(parent.id(), SIGKILL);
    EXPECT_EQ(parent.wait().signal, SIGKILL);
  }
  EXPECT_LT(num_complete("killed"), 12U);
  const ProgramResult resumed = facet({"sweep", "killed", "--resume", "--jobs", "2"});
  ASSERT_EQ(resumed.exit_code, 0) << resumed.errors;
  EXPECT_EQ(read("killed/table.csv"), read("whole/table.csv"));
  EXPECT_EQ(read("killed/metrics.json"), read("whole/metrics.json"));
  EXPECT_EQ(table_in(resumed.output), table_in(whole.output));
}

TEST_F(SweepCommand, ItsRunsEndWithItWhereItIsKilled) {
  const RunningProgram sweep(program({"sweep", "run.toml", "--out", folder() + "/sweep", "--jobs",
                                      "2", "--grid", "training.steps=100000000,100000001"}),
                             folder());
  for (int i = 0; i < 3000 && !fs::exists(folder() + "/sweep/trial-1/seed-0/model.npz"); ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  EXPECT_EQ(num_running(), 3U);
  kill(sweep.id(), SIGKILL);
  sweep.wait();
  for (int i = 0; i < 3000 && num_running() > 0; ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  EXPECT_EQ(num_running(), 0U);
  const auto record = nlohmann::json::parse(read("sweep/trial-0/seed-0/run.json"));
  EXPECT_GT(record["steps"], 0);  // it was asked to end, and saved what it had
}

TEST_F(SweepCommand, ThatIsAskedToEndSavesItsRunsAndHasACodeOfItsOwn) {
  const RunningProgram sweep(program({"sweep", "run.toml", "--out", folder() + "/sweep", "--quiet",
                                      "--grid", "training.steps=100000000,100000001"}),
                             folder());
  for (int i = 0; i < 3000 && !fs::exists(folder() + "/sweep/trial-0/seed-0/model.npz"); ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  EXPECT_EQ(facet({"sweep", "sweep", "--resume"}).errors,
            "facet: sweep: is in use by " + read("sweep/run.lock") +
                ": wait until that has ended, or use another folder\n");
  kill(sweep.id(), SIGTERM);
  const ProgramResult ended = sweep.wait();
  EXPECT_EQ(ended.exit_code, 75);
  EXPECT_EQ(ended.output, "");
  EXPECT_EQ(ended.errors, "stopped; the runs are saved, and the sweep goes on with: facet sweep " +
                              folder() + "/sweep --resume\n");
  EXPECT_EQ(nlohmann::json::parse(read("sweep/trial-0/seed-0/run.json"))["interrupted"], true);
  EXPECT_EQ(num_running(), 0U);
}

TEST_F(SweepCommand, ChoosesByValidationAndJudgesTheChosenOnTheTestPart) {
  const ProgramResult ended =
      facet({"sweep", "run.toml", "--out", "sweep", "--quiet", "--grid", "training.steps=1,60",
             "--best", r2, "--set", "data.test=0.1"});
  ASSERT_EQ(ended.exit_code, 0) << ended.errors;
  const auto metrics = nlohmann::json::parse(read("sweep/metrics.json"));
  const auto value = [&](int trial, const Words& more) {
    Words words{"evaluate", "sweep/trial-" + std::to_string(trial) + "/seed-0", "--json"};
    words.insert(words.end(), more.begin(), more.end());
    const auto json = nlohmann::json::parse(facet(words).output);
    for (const auto& row : json["decoding"])
      if (row["facet"] == nlohmann::json({0, 2}) && row["label"] == "position" &&
          row["decoder"] == "knn")
        return row["r2"].get<double>();
    throw std::runtime_error("no such row");
  };
  const int best = value(1, {}) > value(0, {}) ? 1 : 0;
  EXPECT_EQ(metrics["trial"], best);
  EXPECT_EQ(metrics[std::string("validation ") + r2 + " mean"].get<double>(), value(best, {}));
  EXPECT_EQ(metrics[std::string("test ") + r2 + " mean"].get<double>(), value(best, {"--test"}));
  EXPECT_NE(value(best, {}), value(best, {"--test"}));
  EXPECT_THAT(ended.output, HasSubstr("\nbest: trial " + std::to_string(best) +
                                      ", training.steps = " + (best ? "60" : "1") + "\n"));
}

TEST_F(SweepCommand, SaysWhereNothingIsLeftToJudgeTheChosenOn) {
  const ProgramResult ended = facet({"sweep", "run.toml", "--out", "sweep", "--quiet", "--grid",
                                     "training.steps=1,2", "--best", r2});
  EXPECT_EQ(ended.exit_code, 0);
  EXPECT_THAT(ended.errors, StartsWith("warning: nothing but validation is held out"));
}

TEST_F(SweepCommand, TellsOfARunThatFailsAndGoesOn) {
  const ProgramResult ended = facet({"sweep", "run.toml", "--out", "sweep", "--quiet", "--grid",
                                     "data.select=position[0] > 5,position[0] < 5", "--best", r2});
  EXPECT_EQ(ended.exit_code, 1);
  EXPECT_THAT(ended.output, HasSubstr("\n0      position[0] > 5  0 of 1"));
  EXPECT_THAT(ended.output, HasSubstr("\n1      position[0] < 5  1 of 1 "));
  EXPECT_THAT(ended.output, HasSubstr("\ntrial 0 failed with seed 0: "));
  EXPECT_THAT(ended.output, HasSubstr("\nbest: trial 1, data.select = position[0] < 5\n"));
  EXPECT_THAT(read("sweep/table.csv"), HasSubstr("\n0,position[0] > 5,0 of 1,"));
}

TEST_F(SweepCommand, OfAnotherQuestionIsRefusedInTheSameFolder) {
  const auto sweep = [&](const std::string& grid, const Words& more) {
    Words words{"sweep", "run.toml", "--out", "sweep", "--slurm", "--grid", grid};
    words.insert(words.end(), more.begin(), more.end());
    return facet(words);
  };
  EXPECT_EQ(sweep("training.steps=1,2", {}).exit_code, 0);
  EXPECT_EQ(sweep("training.steps=1,2", {}).errors,
            "facet: sweep: holds a sweep already: --resume goes on with it; or choose another "
            "folder\n");
  EXPECT_EQ(sweep("training.steps=1,2", {"--resume"}).errors, "");
  EXPECT_EQ(sweep("training.steps=1,3", {"--resume"}).errors,
            "facet: sweep: holds the sweep of another question; choose another folder:\n"
            "  grid was [\"training.steps=1,2\"], is now [\"training.steps=1,3\"]\n");
  std::string config = read("run.toml");
  config.replace(config.find("valid_frequency = 10"), 20, "valid_frequency = 11");
  write_text(folder() + "/run.toml", config);
  EXPECT_EQ(
      sweep("training.steps=1,2", {"--resume"}).errors,
      "facet: sweep: holds the sweep of another question; choose another folder:\n"
      "  in sweep/trial-0/seed-0.toml `valid_frequency = 10` is now `valid_frequency = 11`\n");
}

TEST_F(SweepCommand, IsRefusedWithWhatIsWrong) {
  const auto errors = [&](Words words) {
    words.insert(words.begin(), {"sweep", "run.toml", "--out", "sweep"});
    const ProgramResult refused = facet(words);
    EXPECT_EQ(refused.output, "");
    EXPECT_NE(refused.exit_code, 0);
    EXPECT_FALSE(fs::exists(folder() + "/sweep"));
    return refused.errors;
  };
  EXPECT_EQ(errors({}),
            "nothing is swept: give --grid KEY=VALUE,VALUE or --random KEY=LOW..HIGH\n");
  EXPECT_EQ(errors({"--grid", "training.steps=1,-1"}),
            "trial 1: training.steps must be >= 1 and <= 1000000000, got -1\n");
  EXPECT_THAT(errors({"--grid", "training.stepps=1,2"}),
              StartsWith("trial 0: training.stepps is not known"));
  EXPECT_EQ(errors({"--grid", "training.steps=1,2", "--jobs", "0"}), "--jobs must be at least 1\n");
  EXPECT_THAT(errors({"--grid", "training.steps=1,2", "--best", "total"}),
              StartsWith("--best 'total' is no figure of validation"));
  EXPECT_EQ(errors({"--grid", "training.steps=1,2", "--set", "training.steps=3"}),
            "--set: training.steps is swept, so training.steps=3 would be ignored\n");
  EXPECT_EQ(facet({"sweep", folder(), "--resume"}).errors,
            "facet: " + folder() + ": holds no sweep: it has no sweep.toml\n");
}

TEST_F(SweepCommand, IsRefusedWhereATrialWillLackTheFigure) {
  const auto refused = [&](const std::string& grid, const std::string& best) {
    const ProgramResult ended =
        facet({"sweep", "run.toml", "--out", "sweep", "--grid", grid, "--best", best});
    EXPECT_EQ(ended.exit_code, 2) << ended.errors;
    EXPECT_FALSE(fs::exists(folder() + "/sweep"));
    return ended.errors;
  };
  EXPECT_EQ(refused("training.steps=1,2", "decoding 0:2 place knn r2"),
            "--best 'decoding 0:2 place knn r2' is no figure that trial 0 will have, did you mean "
            "'decoding 0:2 position knn r2' or 'decoding 0:4 position knn r2'?\n");
  EXPECT_THAT(refused("training.steps=1,2", "decoding 0:2 phase knn r2"),
              HasSubstr("is no figure that trial 0 will have"));
  EXPECT_THAT(refused("training.steps=1,2", "objectives 0:2 MSELoss objective 0 value"),
              HasSubstr("is no figure that trial 0 will have"));
  EXPECT_THAT(refused("model.num_output=4,5", "decoding 0:4 position knn r2"),
              HasSubstr("is no figure that trial 1 will have"));
}

TEST_F(SweepCommand, ExpectsTheFiguresThatARunHas) {
  const ProgramResult ended =
      facet({"sweep", "run.toml", "--out", "sweep", "--quiet", "--grid", "training.steps=1,2",
             "--best", "objectives 0:2 LearnableEuclideanInfoNCE objective 0 bits"});
  EXPECT_EQ(ended.exit_code, 0) << ended.errors;
  EXPECT_EQ(num_complete("sweep"), 3U) << "two of the runs, and the sweep";
}

TEST_F(SweepCommand, WritesAJobForSlurmWhoseTasksAreStoppedAndRequeued) {
  const ProgramResult written = facet(
      {"sweep", "run.toml", "--out", "sweep", "--slurm", "--grid", "training.steps=2,100000000"});
  EXPECT_EQ(written.output, "sbatch sweep/sweep.sbatch\nfacet sweep sweep --resume\n");
  write_text(folder() + "/scontrol", "#!/bin/sh\necho $* > requeued\n");
  fs::permissions(folder() + "/scontrol", fs::perms::owner_all);
  const auto task = [&](const std::string& number) {
    return Words{"/usr/bin/env",
                 "FACET=" FACET_PROGRAM,
                 "SLURM_ARRAY_JOB_ID=4",
                 "SLURM_ARRAY_TASK_ID=" + number,
                 "PATH=" + folder() + ":/usr/bin:/bin",
                 "bash",
                 "sweep/sweep.sbatch"};
  };
  const ProgramResult done = run_program(task("0"), folder());
  EXPECT_EQ(done.exit_code, 0) << done.errors;
  EXPECT_TRUE(fs::exists(folder() + "/sweep/trial-0/seed-0/metrics.json"));
  const RunningProgram stopped(task("1"), folder());
  for (int i = 0; i < 3000 && !fs::exists(folder() + "/sweep/trial-1/seed-0/model.npz"); ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  kill(stopped.id(), SIGUSR1);
  EXPECT_EQ(stopped.wait().exit_code, 75);
  EXPECT_EQ(read("requeued"), "requeue 4_1\n");
}

}  // namespace
}  // namespace facet
