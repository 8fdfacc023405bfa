// Where results go: never onto what was read, and not without a word where they cannot be written.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <unistd.h>

#include <filesystem>

#include "apps/run_commands.h"

namespace facet {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::StartsWith;

class OutputCommands : public RunCommands {
 protected:
  /// What is left of the recording and the run, whatever a command was asked to write.
  void expect_untouched(const Words& words, const std::string& message, int exit_code = 1) const {
    SCOPED_TRACE(testing::PrintToString(words));
    const std::string recording = read("recording.npz"), config = read("run.toml");
    const std::string model = read("run/model.npz"), embedding = read("run/embedding.npz");
    const ProgramResult result = facet(words);
    EXPECT_EQ(result.exit_code, exit_code);
    EXPECT_EQ(result.output, "");
    EXPECT_THAT(result.errors, HasSubstr(message));
    EXPECT_EQ(read("recording.npz"), recording);
    EXPECT_EQ(read("run.toml"), config);
    EXPECT_EQ(read("run/model.npz"), model);
    EXPECT_EQ(read("run/embedding.npz"), embedding);
  }
  /// A command line in a shell, whose redirections a program sees.
  ProgramResult shell(const std::string& line) const {
    return run_program({"/bin/sh", "-c", line}, folder());
  }
};

TEST_F(OutputCommands, NeverGoOntoWhatWasRead) {
  ASSERT_EQ(train_run({"--set", "training.steps=2"}).exit_code, 0);
  fs::create_symlink("recording.npz", folder() + "/link.npz");
  fs::create_hard_link(folder() + "/recording.npz", folder() + "/hard.npz");
  for (const std::string name : {"recording.npz", "./run/../recording.npz", "link.npz", "hard.npz"})
    for (const Words& more : {Words{}, Words{"--overwrite"}}) {
      Words words{"embed", "run", "recording.npz", "--out", name};
      words.insert(words.end(), more.begin(), more.end());
      expect_untouched(words, ": is not written, since this command reads ");
    }
  fs::create_hard_link(folder() + "/recording.npz", folder() + "/next.npz.new");
  expect_untouched({"embed", "run", "next.npz.new", "--out", "next.npz"},
                   "since this command reads");
}

TEST_F(OutputCommands, NeverGoIntoARun) {
  ASSERT_EQ(train_run({"--set", "training.steps=2"}).exit_code, 0);
  ASSERT_EQ(facet({"train", "run.toml", "--out", "other", "--quiet", "--set", "training.steps=2"})
                .exit_code,
            0);
  fs::create_symlink("run", folder() + "/link");
  const std::string part = ": is not written, since it would be part of a run";
  for (const std::string name : {"run/model.npz", "other/embedding.npz", "run/config.toml",
                                 "link/checkpoint.npz", "other/attribution.npz"})
    expect_untouched({"embed", "run", "recording.npz", "--overwrite", "--out", name}, part);
  expect_untouched({"compare", "run", "other", "--ensemble", "other/model.npz", "--overwrite"},
                   part);
  expect_untouched({"simulate", "run/embedding.npz", "--overwrite"}, part);
}

TEST_F(OutputCommands, ReplaceAnotherFileWhenAskedTo) {
  ASSERT_EQ(train_run({"--set", "training.steps=2"}).exit_code, 0);
  write_text(folder() + "/mine.npz", "of years");
  const std::string there = "mine.npz: is there already: --overwrite replaces it\n";
  EXPECT_THAT(facet({"embed", "run", "recording.npz", "--out", "mine.npz"}).errors,
              HasSubstr(there));
  EXPECT_THAT(facet({"simulate", "mine.npz"}).errors, HasSubstr(there));
  EXPECT_EQ(read("mine.npz"), "of years");
  EXPECT_EQ(facet({"embed", "run", "recording.npz", "--out", "mine.npz", "--overwrite"}).exit_code,
            0);
  EXPECT_NE(read("mine.npz"), "of years");
  EXPECT_EQ(facet({"simulate", "mine.npz", "--num-bins", "50", "--overwrite"}).exit_code, 0);
}

TEST_F(OutputCommands, AreCalledByTheirFormat) {
  ASSERT_EQ(train_run({"--set", "training.steps=2"}).exit_code, 0);
  const std::string all = ".csv or .h5 or .hdf5 or .mat or .npy or .npz or .tsv";
  for (const std::string name : {"mine", "mine.npz.gz", "mine.xlsx"})
    for (const auto& [words, endings] :
         {std::pair(Words{"embed", "run", "recording.npz", "--out", name}, all),
          {Words{"data", "convert", "run.toml", "--out", name}, all},
          {Words{"simulate", name}, ".npz"}}) {
      expect_untouched(words,
                       name +
                           ": is not written, since other programs would take it for "
                           "another format: let its name end in " +
                           endings,
                       2);
      EXPECT_FALSE(fs::exists(folder() + "/" + name));
    }
}

// What Facet itself reads of each: the embedding of the run, made of what it was trained on.
TEST_F(OutputCommands, HoldAnEmbeddingInTheFormatOfTheirExtension) {
  ASSERT_EQ(train_run({"--set", "training.steps=2"}).exit_code, 0);
  ASSERT_EQ(facet({"embed", "run", "recording.npz", "--out", "e.npz"}).exit_code, 0);
  const at::Tensor expected = read_npz(folder() + "/e.npz").at(1).tensor;
  for (const std::string extension : {"csv", "tsv", "h5", "hdf5", "mat", "npy"}) {
    const std::string name = "e." + extension;
    const ProgramResult embedded = facet({"embed", "run", "recording.npz", "--out", name});
    EXPECT_EQ(embedded.exit_code, 0) << embedded.errors;
    EXPECT_EQ(embedded.output, name + "\n");
    const bool is_table = extension == "csv" || extension == "tsv";
    const ProgramResult converted =
        facet({"data", "convert", "run.toml", "--out", extension + ".npz", "--set",
               "data.file=" + name, "--set",
               std::string("data.signals=") + (is_table             ? "embedding_*"
                                               : extension == "npy" ? "e"
                                                                    : "embedding")});
    ASSERT_EQ(converted.exit_code, 0) << converted.errors;
    EXPECT_TRUE(read_npz(folder() + "/" + extension + ".npz")[0].tensor.equal(expected)) << name;
  }
}

TEST_F(OutputCommands, SayWhatTheirFormatDoesNotHold) {
  ASSERT_EQ(train_run({"--set", "training.steps=2"}).exit_code, 0);
  EXPECT_THAT(
      facet({"embed", "run", "recording.npz", "--out", "e.npy"}).errors,
      HasSubstr(
          "warning: e.npy: is written without 'position', 'phase': a .npy file holds one array"));
}

TEST_F(OutputCommands, ADeviceOrAPipeIsNoFile) {
  ASSERT_EQ(train_run({"--set", "training.steps=2"}).exit_code, 0);
  ASSERT_EQ(mkfifo((folder() + "/pipe").c_str(), 0600), 0);
  for (const std::string name : {"/dev/full", "/dev/null", "pipe", "run"}) {
    const ProgramResult ended =
        facet({"embed", "run", "recording.npz", "--overwrite", "--out", name});
    EXPECT_EQ(ended.exit_code, 1) << name;
    EXPECT_THAT(ended.errors,
                HasSubstr(name + ": cannot be written: it is a folder, a device or "));
    EXPECT_FALSE(fs::is_regular_file(folder() + "/" + name));
  }
}

TEST_F(OutputCommands, BeyondALimitOfFileSizesFailWithAReason) {
  const ProgramResult ended = shell("ulimit -f 4; exec " + std::string(FACET_PROGRAM) +
                                    " train run.toml --out run -q --set training.steps=2");
  EXPECT_EQ(ended.exit_code, 1);
  EXPECT_THAT(ended.errors, HasSubstr("cannot be written: File too large"));
  EXPECT_FALSE(fs::exists(folder() + "/run"));
}

TEST_F(OutputCommands, ThatCannotBeWrittenFail) {
  ASSERT_EQ(train_run({"--set", "training.steps=2"}).exit_code, 0);
  const std::string program = FACET_PROGRAM;
  std::vector<std::string> lines = {"--help",
                                    "--version",
                                    "components",
                                    "plugin list",
                                    "evaluate run",
                                    "attribute run",
                                    "check run.toml",
                                    "components model --json",
                                    "train run --resume --quiet"};
  for (const std::string command : {"train", "check", "profile", "embed", "adapt", "evaluate",
                                    "attribute", "compare", "plugin", "pack", "simulate"})
    lines.push_back(command + " --help");
  for (const std::string& line : lines) {
    const ProgramResult full = shell(program + " " + line + " >/dev/full");
    EXPECT_EQ(full.exit_code, 1) << line;
    EXPECT_THAT(full.errors,
                HasSubstr("facet: standard output cannot be written: No space left on device\n"))
        << line;
  }
  const ProgramResult closed = shell(program + " components >&-");
  EXPECT_EQ(closed.exit_code, 1);
  EXPECT_THAT(closed.errors, HasSubstr("standard output cannot be written: Bad file descriptor\n"));
}

TEST_F(OutputCommands, AReaderThatGoesAwayDoesNotEndTheProgramSilently) {
  const ProgramResult result = shell("{ " FACET_PROGRAM
                                     " components criterion --json; echo $? >code; } | true; "
                                     "cat code");
  // The pipe takes what fits into it if the program is faster than `true`.
  if (result.output != "0\n") {
    EXPECT_EQ(result.output, "1\n");
    EXPECT_EQ(result.errors, "facet: standard output cannot be written: Broken pipe\n");
  }
}

TEST_F(OutputCommands, AClosedStandardStreamIsNotGivenToAFile) {
  const ProgramResult result = shell(FACET_PROGRAM
                                     " train run.toml --out run --quiet --set training.steps=2 "
                                     ">&- 2>&- <&-");
  EXPECT_EQ(result.exit_code, 1);
  EXPECT_EQ(facet({"evaluate", "run"}).exit_code, 0) << "what was learned is whole";
}

TEST_F(OutputCommands, NamesThatAConfigCannotHoldAreRefusedBeforeTraining) {
  const std::string fault = "which a config of a run cannot hold: rename it\n";
  fs::copy(folder() + "/recording.npz", folder() + "/rat\n1.npz");
  fs::copy(folder() + "/recording.npz", folder() + "/rat\xff.npz");
  const std::vector<Words> commands_to_try = {
      {"train", "run.toml", "--quiet", "--out", "ru\nn"},
      {"train", "run.toml", "--quiet", "--out", "r\xc3"},
      {"train", "run.toml", "--quiet", "--out", "r\x1b[2J"},
      {"train", "run.toml", "--quiet", "--out", "run", "--set", "data.file=[\"rat\\n1.npz\"]"},
      {"train", "run.toml", "--quiet", "--out", "run", "--set", "data.file=rat\xff.npz"},
      {"check", "run.toml", "--set", "data.file=rat\xff.npz"}};
  for (const Words& words : commands_to_try) {
    const ProgramResult refused = facet(words);
    EXPECT_EQ(refused.exit_code, 1) << testing::PrintToString(words);
    EXPECT_THAT(refused.errors, HasSubstr(fault)) << testing::PrintToString(words);
    EXPECT_EQ(refused.errors.find("\xff"), std::string::npos);
    EXPECT_FALSE(fs::exists(folder() + "/run"));
  }
  EXPECT_EQ(
      facet({"train", "run.toml", "--quiet", "--out", "Mäuse 鼠", "--set", "training.steps=2"})
          .exit_code,
      0);
}

TEST_F(OutputCommands, NeedAFolderThatIsThereBeforeAnythingIsComputed) {
  ASSERT_EQ(train_run({"--set", "training.steps=2"}).exit_code, 0);
  const std::string nowhere = ": cannot be written: there is no folder " + folder() + "/no/such\n";
  for (const Words& words : {Words{"report", "run", "--out", "no/such/x.html"},
                             {"plot", "loss", "run", "--out", "no/such/x.svg"},
                             {"embed", "run", "recording.npz", "--out", "no/such/x.npz"},
                             {"data", "convert", "run.toml", "--out", "no/such/x.npz"}})
    expect_untouched(words, "facet: " + words.back() + nowhere);
}

TEST_F(OutputCommands, HaveAName) {
  ASSERT_EQ(train_run({"--set", "training.steps=2"}).exit_code, 0);
  expect_untouched({"report", "run", "--out", ""}, "--out is empty: it must name a file\n", 2);
  expect_untouched({"train", "run.toml", "--out", ""}, "--out is empty: it must name a folder\n",
                   2);
  EXPECT_FALSE(fs::exists(folder() + "/runs"));
}

}  // namespace
}  // namespace facet
