// The program itself: what goes to stdout, what to stderr, and how it ends.
#include <gmock/gmock.h>
#include <torch/version.h>

#include "commands.h"
#include "program_on_terminal.h"

namespace facet {
namespace {

using testing::StartsWith;

class Program : public testing::Test {
 protected:
  /// Runs `facet` with these words in an empty folder.
  ProgramResult run(std::vector<std::string> words) const {
    words.insert(words.begin(), FACET_PROGRAM);
    return run_program(words, folder_.path());
  }
  void write(const std::string& name, const std::string& text) const {
    write_text(folder_.path() + "/" + name, text);
  }

 private:
  TemporaryFolder folder_;
};

TEST_F(Program, TellsItsVersionAndCommands) {
  const ProgramResult version = run({"--version"});
  EXPECT_EQ(version.exit_code, 0);
  EXPECT_EQ(version.output, "facet " FACET_VERSION " (libtorch " TORCH_VERSION ")\n");
  const ProgramResult help = run({"--help"});
  EXPECT_EQ(help.exit_code, 0);
  EXPECT_THAT(help.output, StartsWith("usage: facet COMMAND [arguments]\n"));
  EXPECT_EQ(help.errors, "");
  const ProgramResult nothing = run({});
  EXPECT_EQ(nothing.exit_code, 2);
  EXPECT_EQ(nothing.output, "");
  EXPECT_EQ(nothing.errors, help.output);
}

TEST_F(Program, UnknownCommandIsToldWithTheNearest) {
  const ProgramResult ended = run({"trian"});
  EXPECT_EQ(ended.exit_code, 2);
  EXPECT_EQ(ended.errors,
            "facet: unknown command 'trian', did you mean 'train'? (see facet --help)\n");
}

TEST_F(Program, EveryCommandShowsItsUsageWhenAsked) {
  for (const Command& command : all_commands()) {
    const ProgramResult ended = run({command.name, "--help"});
    EXPECT_EQ(ended.exit_code, 0) << command.name;
    EXPECT_THAT(ended.output, StartsWith("usage: facet " + command.name));
    EXPECT_EQ(ended.errors, "") << command.name;
  }
}

TEST_F(Program, AnActionShowsItsOwnHelp) {
  const ProgramResult ended = run({"pack", "install", "--help"});
  EXPECT_EQ(ended.exit_code, 0);
  EXPECT_THAT(ended.output, StartsWith("usage: facet pack install PACK [options]\n"));
}

TEST_F(Program, ColoursNothingWhereThereIsNoTerminal) {
  EXPECT_EQ(run({"trian"}).errors.find('\x1b'), std::string::npos);
}

TEST_F(Program, ColoursAnErrorOnATerminalUnlessItIsToldNotTo) {
  const auto shown = [](const std::string& environment) {
    ProgramOnTerminal program({"/bin/bash", "-c", environment + " " FACET_PROGRAM " trian"}, "/");
    return program.wait().output;
  };
  EXPECT_THAT(shown("env -u NO_COLOR TERM=xterm"), StartsWith("\x1b[31mfacet:\x1b[0m unknown"));
  EXPECT_THAT(shown("env NO_COLOR= TERM=xterm"), StartsWith("\x1b[31mfacet:"));
  EXPECT_THAT(shown("env NO_COLOR=1 TERM=xterm"), StartsWith("facet: unknown"));
  EXPECT_THAT(shown("env -u NO_COLOR TERM=dumb"), StartsWith("facet: unknown"));
}

TEST_F(Program, WrongUsageIsTwo) {
  const ProgramResult missing = run({"evaluate"});
  EXPECT_EQ(missing.exit_code, 2);
  EXPECT_THAT(missing.errors, StartsWith("RUN is missing\nusage: facet evaluate RUN"));
  const ProgramResult unknown = run({"simulate", "here.npz", "--neurons", "3"});
  EXPECT_EQ(unknown.exit_code, 2);
  EXPECT_THAT(unknown.errors, StartsWith("unrecognised option '--neurons'\n"));
  const ProgramResult bound = run({"simulate", "here.npz", "--num-bins", "0"});
  EXPECT_EQ(bound.exit_code, 2);
  EXPECT_EQ(bound.output, "");
}

TEST_F(Program, MistakesInAConfigAreTwoAndGoToStderr) {
  write("run.toml", "[data]\nfile = 3\n");
  const ProgramResult ended = run({"check", "run.toml", "--set", "training.steps=0"});
  EXPECT_EQ(ended.exit_code, 2);
  EXPECT_EQ(ended.output, "");
  EXPECT_EQ(ended.errors,
            "--set: training.steps must be >= 1 and <= 1000000000, got 0\n"
            "run.toml: objective is missing: at least one [[objective]] with a slice, a loss and a "
            "distribution (or a target)\n"
            "run.toml:2:8: data.file must be a list of tables, got 3\n");
}

TEST_F(Program, WhatFailsOtherwiseIsOne) {
  const ProgramResult ended = run({"train", "absent.toml"});
  EXPECT_EQ(ended.exit_code, 1);
  EXPECT_EQ(ended.errors, "facet: absent.toml: cannot be read: No such file or directory\n");
}

TEST_F(Program, SimulateWritesAFileAndNamesIt) {
  const ProgramResult ended =
      run({"simulate", "here.npz", "--num-bins", "50", "--num-neurons", "4"});
  EXPECT_EQ(ended.exit_code, 0);
  EXPECT_EQ(ended.output, "here.npz\n");
  EXPECT_EQ(ended.errors, "");
}

}  // namespace
}  // namespace facet
