// What `facet` answers by itself, and how it becomes the program that has libtorch in it.
#include <gmock/gmock.h>

#include <filesystem>

#include "integration/small_run.h"
#include "run_program.h"

namespace facet {
namespace {

namespace fs = std::filesystem;

using testing::AllOf, testing::HasSubstr, testing::Not, testing::StartsWith;

class Launcher : public testing::Test {
 protected:
  ProgramResult shell(const std::string& line) const {
    return run_program({"/bin/bash", "-c", line}, folder_.path());
  }
  /// What bash would write for the last of these words.
  std::string completed(const std::string& words, int last) const {
    return shell("source <(" FACET_PROGRAM " completion); COMP_WORDS=(" + words +
                 "); COMP_CWORD=" + std::to_string(last) + "; _facet; echo ${COMPREPLY[@]}")
        .output;
  }
  std::string folder() const { return folder_.path(); }

 private:
  TemporaryFolder folder_;
};

TEST_F(Launcher, HasNoLibtorchInIt) {
  const ProgramResult loads = shell("LD_TRACE_LOADED_OBJECTS=1 " FACET_PROGRAM);
  EXPECT_THAT(loads.output, AllOf(HasSubstr("libc.so"), Not(HasSubstr("torch")),
                                  Not(HasSubstr("gomp")), Not(HasSubstr("libfacet"))));
  EXPECT_THAT(shell("LD_TRACE_LOADED_OBJECTS=1 " FACET_ENGINE).output, HasSubstr("libtorch_cpu"));
}

TEST_F(Launcher, CompletesCommandsActionsAndOptionsInBash) {
  EXPECT_EQ(completed("facet co", 1), "compare config components completion\n");
  EXPECT_EQ(completed("facet plugin ''", 2), "list doctor info new build check trust\n");
  EXPECT_EQ(completed("facet plugin new --k", 3), "--kind\n");
  EXPECT_EQ(completed("facet train run.toml --o", 3), "--out --overwrite\n");
  EXPECT_EQ(completed("facet train run.toml --seeds ''", 4), "\n") << "a number";
}

TEST_F(Launcher, CompletesWordsThatAreFewInBash) {
  EXPECT_EQ(completed("facet components dist", 2), "distribution\n");
  EXPECT_EQ(completed("facet plot ''", 2), "loss embedding decoding attribution consistency\n");
  EXPECT_EQ(completed("facet plugin new mine --kind = m", 6), "mask model\n");
  EXPECT_EQ(completed("facet completion ''", 2), "bash zsh fish\n");
  EXPECT_EQ(completed("facet train run.toml --set training.st", 4), "training.steps=\n");
}

TEST_F(Launcher, CompletesConfigsAndFoldersInBash) {
  write_text(folder() + "/run.toml", "");
  write_text(folder() + "/recording.npz", "");
  EXPECT_EQ(completed("facet train r", 2), "run.toml\n");
  EXPECT_EQ(completed("facet train --quiet r", 3), "run.toml\n");
}

TEST_F(Launcher, WritesTheScriptOfAShell) {
  EXPECT_EQ(shell(FACET_PROGRAM " completion").output,
            shell(FACET_PROGRAM " completion bash").output);
  EXPECT_THAT(shell(FACET_PROGRAM " completion zsh").output, StartsWith("#compdef facet\n"));
  EXPECT_THAT(shell(FACET_PROGRAM " completion fish").output, HasSubstr("complete -c facet -f\n"));
  const ProgramResult none = shell(FACET_PROGRAM " completion tcsh");
  EXPECT_EQ(none.exit_code, 2);
  EXPECT_EQ(none.errors, "facet: 'tcsh' is no shell that is completed: bash, zsh or fish are\n");
}

TEST_F(Launcher, IsFoundThroughALink) {
  fs::create_symlink(FACET_PROGRAM, folder() + "/linked");
  EXPECT_EQ(shell("./linked pack list").exit_code, 0);
}

TEST_F(Launcher, SaysWhichPartIsMissing) {
  fs::create_directory(folder() + "/bin");
  fs::copy(FACET_PROGRAM, folder() + "/bin/facet");
  EXPECT_EQ(shell("bin/facet --version").exit_code, 0);
  const ProgramResult ended = shell("bin/facet pack list");
  EXPECT_EQ(ended.exit_code, 1);
  EXPECT_EQ(ended.errors, "facet: " + folder() +
                              "/libexec/facet/facet, a part of Facet, cannot be started: No such "
                              "file or directory\n");
}

constexpr const char* spinning = "2 compute threads spin while they wait";

TEST_F(Launcher, LetsThreadsThatWaitSleepUnlessTheEnvironmentSaysOtherwise) {
  write_small_run(folder());
  const std::string train =
      " train run.toml --quiet --set training.steps=1 --set training.threads=2 ";
  const std::string no_choice = "env -u OMP_WAIT_POLICY -u GOMP_SPINCOUNT -u KMP_BLOCKTIME ";
  const ProgramResult by_itself = shell(no_choice + FACET_ENGINE + train + "--out a");
  EXPECT_EQ(by_itself.exit_code, 0) << by_itself.errors;
  EXPECT_THAT(by_itself.errors, HasSubstr(spinning));
  EXPECT_THAT(read_text(folder() + "/a/run.json"), HasSubstr(spinning));
  const ProgramResult launched = shell(no_choice + FACET_PROGRAM + train + "--out b");
  EXPECT_EQ(launched.exit_code, 0) << launched.errors;
  EXPECT_THAT(launched.errors, Not(HasSubstr(spinning)));
  const ProgramResult chosen = shell("OMP_WAIT_POLICY=active " FACET_ENGINE + train + "--out c");
  EXPECT_THAT(chosen.errors, Not(HasSubstr(spinning))) << "asked for";
}

TEST_F(Launcher, SaysWhatIsWrongWithTheThreadsThatTheEnvironmentAsksFor) {
  for (const std::string asked : {"0", "-1", "many", "2x", "99999999999999999999"}) {
    const ProgramResult ended = shell("OMP_NUM_THREADS=" + asked + " " FACET_PROGRAM " pack list");
    EXPECT_EQ(ended.exit_code, 2);
    EXPECT_EQ(ended.errors, "facet: the environment variable OMP_NUM_THREADS is '" + asked +
                                "': it must be an integer >= 1\n");
  }
  EXPECT_EQ(shell("OMP_NUM_THREADS=0 " FACET_PROGRAM " --version").exit_code, 0);
  const ProgramResult none = shell("OMP_NUM_THREADS= " FACET_PROGRAM " pack list");
  EXPECT_EQ(none.exit_code, 0);
  EXPECT_EQ(none.errors, "");
}

TEST_F(Launcher, StartsNoThousandsOfThreads) {
  write_small_run(folder());
  const std::string train =
      " " FACET_PROGRAM " train run.toml --quiet --overwrite --set training.steps=1 --out a";
  const std::string one_core = "taskset -c $(taskset -pc $$ | grep -o '[0-9]*' | tail -1) ";
  ASSERT_EQ(shell("OMP_NUM_THREADS=5000 " + one_core + train).exit_code, 0);
  EXPECT_THAT(read_text(folder() + "/a/run.json"), HasSubstr("\"threads\": 1,"));
  ASSERT_EQ(shell(one_core + train + " --set training.threads=1024").exit_code, 0);
  EXPECT_THAT(read_text(folder() + "/a/run.json"), HasSubstr("\"threads\": 4,"));
}

}  // namespace
}  // namespace facet
