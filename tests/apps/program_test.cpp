// The program itself: what goes to stdout, what to stderr, and how it ends.
#include <gmock/gmock.h>
#include <sys/wait.h>

#include <cstdlib>

#include "framework/run/files.h"
#include "temporary_folder.h"

namespace facet {
namespace {

using testing::StartsWith;

struct Ended {
  int code;
  std::string out, err;
};

class Program : public testing::Test {
 protected:
  /// Runs `facet` with these words, as a shell splits them, in an empty folder.
  Ended run(const std::string& words) const {
    const std::string command = "cd " + folder_.path() + " && " FACET_PROGRAM " " + words +
                                " > out.txt 2> err.txt < /dev/null";
    const int status = std::system(command.c_str());
    return {WEXITSTATUS(status), read_text(folder_.path() + "/out.txt"),
            read_text(folder_.path() + "/err.txt")};
  }
  void write(const std::string& name, const std::string& text) const {
    write_text(folder_.path() + "/" + name, text);
  }

 private:
  TemporaryFolder folder_;
};

TEST_F(Program, TellsItsVersionAndCommands) {
  const Ended version = run("--version");
  EXPECT_EQ(version.code, 0);
  EXPECT_EQ(version.out, "facet " FACET_VERSION "\n");
  const Ended help = run("--help");
  EXPECT_EQ(help.code, 0);
  EXPECT_THAT(help.out, StartsWith("usage: facet COMMAND [arguments]\n"));
  EXPECT_EQ(help.err, "");
  const Ended nothing = run("");
  EXPECT_EQ(nothing.code, 2);
  EXPECT_EQ(nothing.out, "");
  EXPECT_EQ(nothing.err, help.out);
}

TEST_F(Program, UnknownCommandIsToldWithTheNearest) {
  const Ended ended = run("trian");
  EXPECT_EQ(ended.code, 2);
  EXPECT_EQ(ended.err,
            "facet: unknown command 'trian', did you mean 'train'? (see facet --help)\n");
}

TEST_F(Program, EveryCommandShowsItsUsageWhenAsked) {
  for (const char* command :
       {"train", "check", "embed", "evaluate", "components", "plugin", "pack", "simulate"}) {
    const Ended ended = run(std::string(command) + " --help");
    EXPECT_EQ(ended.code, 0) << command;
    EXPECT_THAT(ended.out, StartsWith("usage: facet ")) << command;
    EXPECT_EQ(ended.err, "") << command;
  }
}

TEST_F(Program, WrongUsageIsTwo) {
  const Ended missing = run("evaluate");
  EXPECT_EQ(missing.code, 2);
  EXPECT_THAT(missing.err, StartsWith("RUN is missing\nusage: facet evaluate RUN"));
  const Ended unknown = run("simulate here.npz --neurons 3");
  EXPECT_EQ(unknown.code, 2);
  EXPECT_THAT(unknown.err, StartsWith("unrecognised option '--neurons'\n"));
  const Ended bound = run("simulate here.npz --num-bins 0");
  EXPECT_EQ(bound.code, 2);
  EXPECT_EQ(bound.out, "");
}

TEST_F(Program, MistakesInAConfigAreTwoAndGoToStderr) {
  write("run.toml", "[data]\nfile = 3\n");
  const Ended ended = run("check run.toml --set training.steps=0");
  EXPECT_EQ(ended.code, 2);
  EXPECT_EQ(ended.out, "");
  EXPECT_EQ(ended.err,
            "--set: training.steps must be >= 1, got 0\n"
            "run.toml: objective is missing: at least one [[objective]] with a slice, a loss and a "
            "distribution (or a target)\n"
            "run.toml:2:8: data.file must be a list of texts, got 3\n");
}

TEST_F(Program, WhatFailsOtherwiseIsOne) {
  const Ended ended = run("train absent.toml");
  EXPECT_EQ(ended.code, 1);
  EXPECT_EQ(ended.err, "facet: absent.toml: cannot be read: No such file or directory\n");
}

TEST_F(Program, SimulateWritesAFileAndNamesIt) {
  const Ended ended = run("simulate here.npz --num-bins 50 --num-neurons 4");
  EXPECT_EQ(ended.code, 0);
  EXPECT_EQ(ended.out, "here.npz\n");
  EXPECT_EQ(ended.err, "");
}

}  // namespace
}  // namespace facet
