// The same keys in bash and zsh, on a terminal, and the same words asked of fish: each completes
// them to the same line.
#include <gmock/gmock.h>

#include <filesystem>

#include "program_on_terminal.h"

namespace facet {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

/// What a shell has to do first, and how it is started.
struct Shell {
  std::string name;
  std::vector<std::string> words;
  std::string set_up;

  friend void PrintTo(const Shell& shell, std::ostream* out) { *out << shell.name; }
};

class ShellCompletion : public testing::TestWithParam<Shell> {
 protected:
  ShellCompletion() {
    write_text(folder() + "/config one.toml", "");
    write_text(folder() + "/recording.npz", "");
    fs::create_directories(folder() + "/runs/first");
    setenv("TERM", "dumb", 1);
    setenv("HOME", folder().c_str(), 1);
  }
  /// The words of the command after the keys were typed: it writes them, each in brackets, instead
  /// of being run.
  std::string completed(const std::string& keys) const {
    const Shell& shell = GetParam();
    ProgramOnTerminal terminal(shell.words, folder());
    terminal.type_after("", shell.set_up +
                                "facet() { printf '[%s]' \"$@\"; echo; echo writ''ten; }\n" +
                                "PS1=; PS2=; echo rea''dy\n");
    terminal.type_after("ready", keys + "\n");
    terminal.type_after("written", "exit\n");
    const std::string shown = terminal.wait().output;
    const std::size_t begin = shown.rfind("\n[");
    return begin == std::string::npos
               ? shown
               : shown.substr(begin + 1, shown.find_first_of("\r\n", begin + 1) - begin - 1);
  }
  std::string folder() const { return folder_.path(); }

 private:
  TemporaryFolder folder_;
};

TEST_P(ShellCompletion, OfCommandsActionsAndOptions) {
  EXPECT_EQ(completed("facet tra\t"), "[train]");
  EXPECT_EQ(completed("facet pack inst\t lab --allow-h\t"), "[pack][install][lab][--allow-hiding]");
}

TEST_P(ShellCompletion, OfWordsThatAreFew) {
  EXPECT_EQ(completed("facet plot cons\t"), "[plot][consistency]");
  EXPECT_EQ(completed("facet plugin new mine --kind crit\t"),
            "[plugin][new][mine][--kind][criterion]");
  EXPECT_EQ(completed("facet components obs\t"), "[components][observer]");
}

TEST_P(ShellCompletion, OfFilesAndFolders) {
  EXPECT_EQ(completed("facet train c\t --quiet"), "[train][config one.toml][--quiet]");
  EXPECT_THAT(completed("facet evaluate r\tf\t"), testing::StartsWith("[evaluate][runs/first"));
  EXPECT_EQ(completed("facet embed runs/first rec\t"), "[embed][runs/first][recording.npz]");
}

TEST_P(ShellCompletion, OfKeysOfAConfig) {
  EXPECT_EQ(completed("facet train x --set training.ste\t5"),
            "[train][x][--set][training.steps=5]");
}

const Shell shells[] = {
    {"bash",
     {"/bin/bash", "--norc", "--noprofile", "-i"},
     "source <(" FACET_PROGRAM " completion bash)\n"},
    {"zsh",
     {ZSH, "-f", "-i"},
     "autoload -U compinit; compinit -u -D; source <(" FACET_PROGRAM " completion zsh)\n"}};

INSTANTIATE_TEST_SUITE_P(Each, ShellCompletion, testing::ValuesIn(shells),
                         [](const auto& test) { return test.param.name; });

class FishCompletion : public testing::Test {
 protected:
  /// The words that fish offers for the last one of a line, each with what it is.
  std::string offered(const std::string& line) const {
    const std::string script =
        FACET_PROGRAM " completion fish | source; complete -C '" + line + "'";
    return run_program({FISH, "--no-config", "-c", script}, folder_.path()).output;
  }
  std::string folder() const { return folder_.path(); }

 private:
  TemporaryFolder folder_;
};

TEST_F(FishCompletion, OfCommandsActionsAndOptions) {
  EXPECT_EQ(offered("facet tra"),
            "train\ttrain an encoder on a recording, as a config file says\n");
  EXPECT_EQ(offered("facet pack inst"), "install\tputs it where plugins are found\n");
  EXPECT_EQ(offered("facet pack install lab --allow-h"),
            "--allow-hiding\tone with a plugin of a name that another has\n");
}

TEST_F(FishCompletion, OfWordsThatAreFew) {
  EXPECT_EQ(offered("facet plot cons"), "consistency\n");
  EXPECT_THAT(offered("facet plugin new mine --kind crit"), testing::StartsWith("criterion\t"));
  EXPECT_EQ(offered("facet components obs"), "observer\n");
  EXPECT_EQ(offered("facet train run.toml --seeds "), "");
}

TEST_F(FishCompletion, OfFilesAndFolders) {
  write_text(folder() + "/config.toml", "");
  write_text(folder() + "/recording.npz", "");
  fs::create_directories(folder() + "/runs/first");
  EXPECT_EQ(offered("facet train c"), "config.toml\n");
  EXPECT_THAT(offered("facet evaluate r"), testing::StartsWith("runs/"));
  EXPECT_EQ(offered("facet embed runs/first rec"), "recording.npz\n");
}

TEST_F(FishCompletion, OfKeysOfAConfig) {
  EXPECT_THAT(offered("facet train x --set training.ste"), HasSubstr("training.steps="));
}

}  // namespace
}  // namespace facet
