// A folder has one run at a time, and whoever writes into it has it alone.
#include <gmock/gmock.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <thread>

#include "apps/run_commands.h"

namespace facet {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

class RunFolderCommands : public RunCommands {
 protected:
  /// The small run without what it holds out, so that it has no validation.csv.
  void write_second_config() const {
    std::string text = read("run.toml");
    write_text(folder() + "/second.toml", text.erase(text.find("validation = 0.2\n"), 17));
  }
  ProgramResult train_second(const Words& more = {}) const {
    Words words{"train", "second.toml", "--out", "run", "--quiet", "--set", "training.steps=3"};
    words.insert(words.end(), more.begin(), more.end());
    return facet(words);
  }
  std::vector<std::string> names_in(const std::string& name) const {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder() + "/" + name))
      names.push_back(entry.path().filename());
    std::sort(names.begin(), names.end());
    return names;
  }
  /// What every file of a folder holds.
  std::map<std::string, std::string> content_of(const std::string& name) const {
    std::map<std::string, std::string> content;
    for (const auto& entry : fs::recursive_directory_iterator(folder() + "/" + name))
      if (entry.is_regular_file()) content[entry.path()] = read_text(entry.path());
    return content;
  }
  bool exists(const std::string& name) const { return fs::exists(folder() + "/" + name); }
  /// Trains until it is killed; it has written its first checkpoint.
  std::unique_ptr<RunningProgram> train_for_long(const std::string& name) const {
    auto program =
        std::make_unique<RunningProgram>(Words{FACET_PROGRAM, "train", "run.toml", "--out", name,
                                               "--quiet", "--set", "training.steps=1000000"},
                                         folder());
    while (!exists(name + "/checkpoint.npz"))
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    return program;
  }
};

TEST_F(RunFolderCommands, AFolderThatHoldsARunIsRefused) {
  ASSERT_EQ(train_run({"--set", "training.steps=10"}).exit_code, 0);
  ASSERT_EQ(facet({"attribute", "run"}).exit_code, 0);
  write_second_config();
  const auto before = content_of("run");
  const ProgramResult second = train_second();
  EXPECT_EQ(second.exit_code, 1);
  EXPECT_EQ(second.output, "");
  EXPECT_EQ(second.errors,
            "facet: run: holds a run already (attribution.npz, checkpoint.npz, config.toml, "
            "embedding.npz, history.csv, metrics.json, model.npz, report.html, run.json, "
            "validation.csv): "
            "--resume goes on with it, --overwrite removes it and begins anew; or choose another "
            "folder\n");
  EXPECT_EQ(content_of("run"), before);
}

TEST_F(RunFolderCommands, OverwritingLeavesNothingOfTheRunBefore) {
  ASSERT_EQ(train_run({"--set", "training.steps=10"}).exit_code, 0);
  ASSERT_EQ(facet({"attribute", "run"}).exit_code, 0);
  write_second_config();
  const ProgramResult second = train_second({"--overwrite"});
  EXPECT_EQ(second.exit_code, 0) << second.errors;
  EXPECT_EQ(second.output, "run\n");
  EXPECT_THAT(names_in("run"),
              ElementsAre("checkpoint.npz", "config.toml", "embedding.npz", "history.csv",
                          "metrics.json", "model.npz", "report.html", "run.json"));
  EXPECT_EQ(read("run/history.csv").substr(0, 5), "step,");
  EXPECT_FALSE(exists(".run.new"));
  EXPECT_FALSE(exists(".run.old"));
  EXPECT_EQ(facet({"evaluate", "run"}).exit_code, 0);
}

TEST_F(RunFolderCommands, ARunThatCannotBeginLeavesTheOldOneWhole) {
  ASSERT_EQ(train_run({"--set", "training.steps=10"}).exit_code, 0);
  const auto before = content_of("run");
  const std::vector<Words> failing = {{"--set", "training.steps=0"},
                                      {"--set", "data.file=absent.npz"},
                                      {"--set", "objective[0].slice=[0,9]"}};
  for (const Words& more : failing) {
    Words words = more;
    words.push_back("--overwrite");
    EXPECT_NE(train_run(words).exit_code, 0);
    EXPECT_EQ(content_of("run"), before) << more[1];
    EXPECT_FALSE(exists(".run.new"));
  }
}

TEST_F(RunFolderCommands, ARunThatIsKilledBeforeItHasAnythingLeavesTheOldOneWhole) {
  ASSERT_EQ(train_run({"--set", "training.steps=10"}).exit_code, 0);
  const auto before = content_of("run");
  {
    const RunningProgram program(
        {FACET_PROGRAM, "train", "run.toml", "--out", "run", "--quiet", "--overwrite", "--set",
         "training.steps=10000000", "--set", "training.valid_frequency=10000000"},
        folder());
    while (!exists(".run.new/run.json")) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    kill(program.id(), SIGKILL);
    program.wait();
  }
  auto after = content_of("run");
  EXPECT_EQ(after.erase(folder() + "/run/run.lock"), 1U) << "a dead process holds it no more";
  EXPECT_EQ(after, before);
  EXPECT_EQ(train_run({"--set", "training.steps=3", "--overwrite"}).exit_code, 0);
  EXPECT_FALSE(exists(".run.new"));
}

TEST_F(RunFolderCommands, ARunOfSeedsIsOverwrittenWhole) {
  const Words seeds{"--set", "training.steps=2", "--seeds"};
  const auto train_seeds = [&](const std::string& number, const Words& more) {
    Words words = seeds;
    words.push_back(number);
    words.insert(words.end(), more.begin(), more.end());
    return train_run(words);
  };
  ASSERT_EQ(train_seeds("3", {}).exit_code, 0);
  EXPECT_THAT(
      train_seeds("2", {}).errors,
      StartsWith(
          "facet: run: holds a run already (report.html, seed-0, seed-1, seed-2, seeds.json): "));
  EXPECT_THAT(train_run().errors,
              StartsWith("facet: run: holds a run already (report.html, seed-0, "));
  EXPECT_EQ(train_seeds("2", {"--overwrite"}).exit_code, 0);
  EXPECT_THAT(names_in("run"), ElementsAre("report.html", "seed-0", "seed-1", "seeds.json"));
}

TEST_F(RunFolderCommands, OverwritingRemovesNothingButARun) {
  ASSERT_EQ(train_run({"--set", "training.steps=2"}).exit_code, 0);
  fs::rename(folder() + "/run.toml", folder() + "/run/own.toml");
  fs::copy(folder() + "/recording.npz", folder() + "/run/recording.npz");
  const Words own{"train", "run/own.toml", "--quiet", "--overwrite", "--out", "run"};
  EXPECT_THAT(facet(own).errors, HasSubstr("run: is not removed, since the new run reads what is "
                                           "in it: run/own.toml\n"));
  fs::rename(folder() + "/run/own.toml", folder() + "/run.toml");
  fs::rename(folder() + "/run/recording.npz", folder() + "/recording.npz");

  const auto overwrite = [&](const std::string& place) {
    return facet({"train", "run.toml", "--quiet", "--overwrite", "--out", place}).errors;
  };
  fs::create_directory(folder() + "/run/sub");
  fs::copy(folder() + "/run/config.toml", folder() + "/run/sub/config.toml");
  EXPECT_THAT(overwrite("run"), HasSubstr("since another run is in it: "));
  fs::create_directory(folder() + "/data");
  write_text(folder() + "/data/embedding.npz", "of another program");
  EXPECT_EQ(overwrite("data"),
            "facet: data: is not removed, since it is not the folder of a run, although it has "
            "embedding.npz\n");
  EXPECT_EQ(read("data/embedding.npz"), "of another program");
}

TEST_F(RunFolderCommands, ALinkToTheFolderOfARunStaysALink) {
  ASSERT_EQ(train_run({"--set", "training.steps=2"}).exit_code, 0);
  fs::create_symlink("run", folder() + "/link");
  EXPECT_EQ(facet({"train", "run.toml", "--out", "link/", "--quiet", "--overwrite", "--set",
                   "training.steps=3"})
                .exit_code,
            0);
  EXPECT_TRUE(fs::is_symlink(folder() + "/link"));
  EXPECT_THAT(read("run/config.toml"), HasSubstr("steps = 3"));
}

TEST_F(RunFolderCommands, ASecondProcessIsRefusedWithTheFirstOne) {
  const auto first = train_for_long("run");
  const std::string in_use = "run: is in use by process " + std::to_string(first->id()) + " on ";
  const std::vector<Words> others = {{"train", "run.toml", "--out", "run"},
                                     {"train", "run.toml", "--out", "run", "--overwrite"},
                                     {"train", "run", "--resume"},
                                     {"attribute", "run"}};
  for (const Words& words : others) {
    const ProgramResult second = facet(words);
    EXPECT_EQ(second.exit_code, 1) << testing::PrintToString(words);
    EXPECT_THAT(second.errors, HasSubstr(in_use)) << testing::PrintToString(words);
  }
  kill(first->id(), SIGKILL);
  first->wait();
  const ProgramResult resumed = facet({"attribute", "run"});
  EXPECT_EQ(resumed.exit_code, 0) << resumed.errors;
}

TEST_F(RunFolderCommands, TheLockIsGoneWhenTheRunIsDone) {
  ASSERT_EQ(train_run({"--set", "training.steps=2"}).exit_code, 0);
  EXPECT_FALSE(exists("run/run.lock"));
  write_text(folder() + "/run/run.lock", "process 1 on a machine that was switched off");
  EXPECT_EQ(facet({"train", "run", "--resume", "--quiet"}).exit_code, 0);
  EXPECT_FALSE(exists("run/run.lock"));
}

TEST_F(RunFolderCommands, ResumeGoesOnInItsOwnFolder) {
  ASSERT_EQ(train_run({"--set", "training.steps=2"}).exit_code, 0);
  const ProgramResult elsewhere = facet({"train", "run", "--resume", "--out", "other", "--quiet"});
  EXPECT_EQ(elsewhere.exit_code, 2);
  EXPECT_EQ(elsewhere.errors, "--resume goes on in run, so --out cannot be another folder\n");
  EXPECT_FALSE(exists("other"));
  EXPECT_EQ(facet({"train", "run", "--resume", "--out", "./run/", "--quiet"}).exit_code, 0);
  EXPECT_THAT(facet({"train", "run.toml", "--resume", "--out", "new", "--quiet", "--set",
                     "training.steps=2"})
                  .errors,
              HasSubstr("new holds no run yet: it begins with the first step\n"));
}

TEST_F(RunFolderCommands, AFileIsNoFolder) {
  write_text(folder() + "/run", "mine");
  const ProgramResult ended = train_run();
  EXPECT_EQ(ended.exit_code, 1);
  EXPECT_EQ(ended.errors, "facet: run: is a file; a run is written into a folder\n");
  EXPECT_EQ(read("run"), "mine");
}

}  // namespace
}  // namespace facet
