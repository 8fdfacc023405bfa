// Trainings by several processes of the real program.
#include <gmock/gmock.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <thread>

#include "apps/run_commands.h"
#include "apps/train_one_by_one.h"
#include "framework/run_folder/step_table.h"
#include "integration/mistaken_run.h"

namespace facet {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

/// Of a variable of another process.
std::string variable_of(pid_t process, const std::string& name) {
  std::ifstream file("/proc/" + std::to_string(process) + "/environ");
  for (std::string entry; std::getline(file, entry, '\0');)
    if (entry.starts_with(name + "=")) return entry.substr(name.size() + 1);
  return "";
}

/// Whether another process has a handler for a signal.
bool catches(pid_t process, int signal) {
  std::ifstream file("/proc/" + std::to_string(process) + "/status");
  for (std::string name, mask; file >> name;)
    if (name == "SigCgt:" && file >> mask)
      return ((std::stoull(mask, nullptr, 16) >> (signal - 1)) & 1) != 0;
  return false;
}

class RanksCommand : public RunCommands {
 protected:
  void begin(const Words& more) {
    Words words{FACET_PROGRAM, "train", "--quiet", "--ranks", "2"};
    words.insert(words.end(), more.begin(), more.end());
    parent_ = std::make_unique<RunningProgram>(words, folder());
  }
  /// Two ranks that train until they are stopped, and have written their first checkpoint.
  void start(const Words& more = {"--set", "training.steps=1000000"}) {
    Words words{"run.toml", "--out", "run"};
    words.insert(words.end(), more.begin(), more.end());
    begin(words);
    wait_until([&] { return fs::exists(folder() + "/run/checkpoint.npz"); });
    find_ranks();
  }
  template <class Condition>
  static void wait_until(const Condition& holds) {
    while (!holds()) std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  /// Whether there are two ranks now.
  bool find_ranks() {
    const std::string id = std::to_string(parent_->id());
    std::ifstream children("/proc/" + id + "/task/" + id + "/children");
    for (pid_t rank = 0; children >> rank;)
      if (const std::string number = variable_of(rank, "RANK"); !number.empty())
        ranks_[number] = rank;
    return ranks_.size() == 2;
  }
  ProgramResult wait() {
    const ProgramResult result = parent_->wait();
    for (const auto& [rank, process] : ranks_)
      EXPECT_NE(::kill(process, 0), 0) << "rank " << rank << " is left behind";
    return result;
  }
  std::vector<double> steps() const { return read_step_table(folder() + "/run/history.csv").steps; }
  /// The steps are done one after the other, from the first one, as often as it was stopped.
  void expect_to_go_on() {
    const std::size_t done = steps().size();
    const std::string more = "training.steps=" + std::to_string(done + 3);
    const ProgramResult resumed =
        facet({"train", "run", "--resume", "--quiet", "--ranks", "2", "--set", more});
    EXPECT_EQ(resumed.exit_code, 0) << resumed.errors;
    EXPECT_EQ(resumed.output, "run\n");
    std::vector<double> expected;
    for (std::size_t step = 1; step <= done + 3; ++step)
      expected.push_back(static_cast<double>(step));
    EXPECT_EQ(steps(), expected);
  }

  std::unique_ptr<RunningProgram> parent_;
  std::map<std::string, pid_t> ranks_;
};

TEST_F(RanksCommand, WhereOneIsKilledAllEndAndTheRunGoesOn) {
  start();
  ::kill(ranks_.at("1"), SIGKILL);
  const ProgramResult killed = wait();
  EXPECT_EQ(killed.exit_code, 75);
  EXPECT_THAT(killed.errors,
              AllOf(HasSubstr("rank 1 (process " + std::to_string(ranks_.at("1")) +
                              ") was ended by signal 9"),
                    HasSubstr("facet: rank 1 (host "), HasSubstr("ended or does not answer since"),
                    HasSubstr("goes on from its last checkpoint with: facet train run --resume")));
  EXPECT_EQ(killed.output, "");
  expect_to_go_on();
}

TEST_F(RanksCommand, SoItIsWhereTheFirstOneIsKilled) {
  start();
  ::kill(ranks_.at("0"), SIGKILL);
  const ProgramResult killed = wait();
  EXPECT_EQ(killed.exit_code, 75);
  EXPECT_THAT(killed.errors, HasSubstr("facet: rank 0 (host "));
}

TEST_F(RanksCommand, OneThatHangsIsKilledWhenTheOthersHaveWaited) {
  start({"--set", "training.steps=1000000", "--set", "training.ranks_timeout=1"});
  ::kill(ranks_.at("1"), SIGSTOP);
  const ProgramResult hung = wait();
  EXPECT_EQ(hung.exit_code, 75);
  EXPECT_THAT(hung.errors, AllOf(StartsWith("facet: rank 1 (host "), Not(HasSubstr("signal"))));
}

TEST_F(RanksCommand, ASignalToOneRankStopsAllAtTheSameStep) {
  start();
  ::kill(ranks_.at("1"), SIGTERM);
  const ProgramResult stopped = wait();
  EXPECT_EQ(stopped.exit_code, 75);
  EXPECT_THAT(stopped.errors, StartsWith("interrupted after "));
  expect_to_go_on();
}

TEST_F(RanksCommand, ASignalToTheProgramStopsAll) {
  start();
  ::kill(parent_->id(), SIGTERM);
  const ProgramResult stopped = wait();
  EXPECT_EQ(stopped.exit_code, 75);
  EXPECT_THAT(stopped.errors, StartsWith("interrupted after "));
}

TEST_F(RanksCommand, ASignalBeforeTheFirstStepStopsAllAfterIt) {
  begin({"run.toml", "--out", "run"});
  wait_until([&] { return find_ranks() && catches(parent_->id(), SIGTERM); });
  ::kill(parent_->id(), SIGTERM);
  const ProgramResult stopped = wait();
  EXPECT_EQ(stopped.exit_code, 75);
  EXPECT_THAT(stopped.errors, StartsWith("interrupted after 1 steps"));
  expect_to_go_on();
}

TEST_F(RanksCommand, WhereOneIsKilledBeforeTheFirstStepThereMayBeACheckpoint) {
  const auto code_where_one_is_killed = [&](const Words& words) {
    ranks_.clear();
    begin(words);
    wait_until([&] { return find_ranks(); });
    ::kill(ranks_.at("1"), SIGKILL);
    return wait().exit_code;
  };
  EXPECT_EQ(code_where_one_is_killed({"run.toml", "--out", "run"}), 1);
  ASSERT_EQ(train_run({"--overwrite"}).exit_code, 0);
  EXPECT_EQ(code_where_one_is_killed({"run", "--resume"}), 75);
}

TEST_F(RanksCommand, WhereTheProgramIsKilledItsRanksSaveTheRun) {
  start();
  ::kill(parent_->id(), SIGKILL);
  for (const auto& [rank, process] : ranks_)
    wait_until([&] { return variable_of(process, "RANK").empty(); });  // it has ended
  EXPECT_THAT(parent_->wait().errors, HasSubstr("interrupted after "));
  expect_to_go_on();
}

TEST_F(RanksCommand, AMistakeIsToldOnce) {
  const ProgramResult mistaken =
      facet({"train", "run.toml", "--ranks", "3", "--set", "training.steps=-1"});
  EXPECT_EQ(mistaken.exit_code, 2);
  const std::string what = "training.steps must be >= 1 and <= 1000000000, got -1";
  const std::size_t first = mistaken.errors.find(what);
  ASSERT_NE(first, std::string::npos) << mistaken.errors;
  EXPECT_EQ(mistaken.errors.find(what, first + 1), std::string::npos) << mistaken.errors;
}

TEST_F(RanksCommand, RanksThatAreStartedOneByOneTakeTheFolderOfTheFirst) {
  fs::create_directory(folder() + "/runs");
  const Words words{"run.toml", "--quiet"};
  const std::vector<ProgramResult> ranks = train_one_by_one(folder(), {words, words});
  EXPECT_EQ(ranks[0].exit_code, 0) << ranks[0].errors;
  EXPECT_EQ(ranks[0].output, "runs/run\n");
  EXPECT_EQ(ranks[1].exit_code, 0) << ranks[1].errors;
  EXPECT_EQ(ranks[1].output, "");
  EXPECT_EQ(ranks[1].errors, "");
  EXPECT_TRUE(fs::exists(folder() + "/runs/run/metrics.json"));
  EXPECT_FALSE(fs::exists(folder() + "/runs/run-2"));
}

TEST_F(RanksCommand, WhatDiffersIsNamedByEveryRankBeforeAStep) {
  write_npz(folder() + "/other.npz", {{"neural", at::zeros({400, 6})},
                                      {"position", at::zeros({400, 2})},
                                      {"phase", at::zeros({400}, at::kLong)}});
  for (const char* copy : {"built", "built_again"})
    fs::copy(MISTAKEN_FOLDER, folder() + "/" + copy);
  std::ofstream(folder() + "/built_again/mistaken.so", std::ios::app) << "built again";
  const auto with = [](const std::string& setting, const std::string& plugins) -> Words {
    return {"run.toml", "--out",
            "run",      "--quiet",
            "--set",    setting,
            "--set",    "plugins.path=[\"" + plugins + "\"]",
            "--set",    mistaken("objective[0].loss", "Loss", "int", 9)};
  };
  const std::string setting = "training.batch_size=32";
  const std::map<std::string, Words> others{
      {"training.batch_size: 32 on rank 0", with("training.batch_size=16", "built")},
      {"the data of recording.npz: ", with("data.file=other.npz", "built")},
      {"plugin mistaken: ", with(setting, "built_again")}};
  for (const auto& [difference, words] : others) {
    SCOPED_TRACE(difference);
    for (const ProgramResult& rank : train_one_by_one(folder(), {with(setting, "built"), words})) {
      EXPECT_EQ(rank.exit_code, 1);
      EXPECT_THAT(rank.errors, AllOf(StartsWith("facet: the ranks differ:\n"),
                                     HasSubstr(difference), HasSubstr("on rank 1 (")));
    }
    EXPECT_FALSE(fs::exists(folder() + "/run/history.csv"));
  }
}

TEST_F(RanksCommand, WithoutALauncherItSaysWhatIsMissing) {
  const ProgramResult alone = facet({"train", "run.toml", "--distributed"});
  EXPECT_EQ(alone.exit_code, 1);
  EXPECT_THAT(alone.errors, StartsWith("facet: nothing in the environment says which rank"));
}

TEST_F(RanksCommand, WhatCannotBeIsRefused) {
  const auto refused = [&](Words words) {
    words.insert(words.begin(), {"train", "run.toml"});
    const ProgramResult result = facet(words);
    EXPECT_EQ(result.exit_code, 2);
    return result.errors;
  };
  for (const char* number : {"0", "100000"})
    EXPECT_THAT(refused({"--ranks", number}), StartsWith("--ranks must be from 1 to "));
  EXPECT_THAT(refused({"--ranks", "2", "--distributed"}), HasSubstr("give one of them"));
  EXPECT_THAT(refused({"--ranks", "2", "--seeds", "2"}),
              HasSubstr("--seeds trains by one process"));
}

}  // namespace
}  // namespace facet
