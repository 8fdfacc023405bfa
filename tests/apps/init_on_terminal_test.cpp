// `facet init` as somebody types it, who is asked for what the options leave open.
#include <ATen/Functions.h>

#include <filesystem>

#include "facet/npz.h"
#include "program_on_terminal.h"
#include "run_commands.h"

namespace facet {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

const std::string enter = "\n", control_c = "\x03", control_d = "\x04";

class InitOnTerminal : public RunCommands {
 protected:
  InitOnTerminal() {
    for (const char* file : {"spikes.mat", "position.csv"})
      std::filesystem::copy(std::string(NEW_USER) + "/" + file, folder());
  }

  static Words words() { return {"init", "spikes.mat", "position.csv", "--out", "rat.toml"}; }
  ProgramOnTerminal init(Words words) const {
    words.insert(words.begin(), FACET_PROGRAM);
    return {words, folder()};
  }
};

TEST_F(InitOnTerminal, WritesWhatWasAnswered) {
  ProgramOnTerminal init = this->init(words());
  init.type_after("Signals? [spikes] ", enter);
  init.type_after("Width of a bin in seconds? [0.05] ", "0.1" + enter);
  init.type_after("A label to learn from? [position] ", enter);
  const ProgramResult made = init.wait();
  EXPECT_EQ(made.exit_code, 0) << made.output;
  EXPECT_THAT(made.output, HasSubstr("rat.toml: no mistakes"));
  EXPECT_THAT(
      read("rat.toml"),
      AllOf(HasSubstr("signals = \"spikes\"  # event times of 16 units\n"),
            HasSubstr("bin = 0.1  # seconds: as you said\n"), HasSubstr("label = \"position\" }")));
}

TEST_F(InitOnTerminal, AsksAgainAfterAWrongAnswer) {
  ProgramOnTerminal init = this->init(words());
  init.type_after("Signals? [spikes] ", "spike" + enter);
  init.type_after("there is no array 'spike', did you mean 'spikes'?", "");
  init.type_after("Signals? [spikes] ", "spikes" + enter);
  init.type_after("Width of a bin in seconds? [0.05] ", "50 ms" + enter);
  init.type_after("'50 ms' is no width in seconds, such as 0.05", "");
  init.type_after("Width of a bin in seconds? [0.05] ", "0" + enter);
  init.type_after("a bin is wider than 0 seconds, such as 0.05, not 0", "");
  init.type_after("Width of a bin in seconds? [0.05] ", "0.2" + enter);
  init.type_after("A label to learn from? [position] ", "index" + enter);
  init.type_after("'index' is discrete, a continuous label is needed, such as 'position'", "");
  init.type_after("A label to learn from? [position] ", "position" + enter);
  const ProgramResult made = init.wait();
  EXPECT_EQ(made.exit_code, 0) << made.output;
  EXPECT_THAT(read("rat.toml"), AllOf(HasSubstr("signals = \"spikes\"  # as you said\n"),
                                      HasSubstr("bin = 0.2  # seconds: as you said\n"),
                                      HasSubstr("label = \"position\" }")));
}

TEST_F(InitOnTerminal, ShowsWhatThereIsToChooseFrom) {
  write_npz(folder() + "/matrices.npz", {{"lfp", at::rand({300, 3})},
                                         {"counts", at::rand({300, 6})},
                                         {"speed", at::rand({300})},
                                         {"place", at::rand({300})}});
  ProgramOnTerminal init = this->init({"init", "matrices.npz", "--out", "rat.toml"});
  init.type_after("Signals (lfp, counts)? [counts] ", "lfp" + enter);
  init.type_after("A label to learn from (speed, place)? [speed] ", "place" + enter);
  EXPECT_EQ(init.wait().exit_code, 0);
  EXPECT_THAT(read("rat.toml"), AllOf(HasSubstr("signals = \"lfp\"  # as you said\n"),
                                      HasSubstr("label = \"place\" }")));
}

TEST_F(InitOnTerminal, AsksForNothingThatTheOptionsSay) {
  Words all = words();
  all.insert(all.end(), {"--signals", "spikes", "--bin", "0.1", "--label", "position"});
  const ProgramResult made = init(all).wait();
  EXPECT_EQ(made.exit_code, 0) << made.output;
  EXPECT_THAT(made.output, testing::Not(HasSubstr("? [")));
}

TEST_F(InitOnTerminal, TakesWhatIsProposedAtTheEndOfTheInput) {
  EXPECT_EQ(facet({"init", "spikes.mat", "position.csv", "--out", "proposed.toml"}).exit_code, 0);
  ProgramOnTerminal init = this->init(words());
  init.type_after("Signals? [spikes] ", control_d);
  const ProgramResult made = init.wait();
  EXPECT_EQ(made.exit_code, 0) << made.output;
  EXPECT_THAT(made.output, HasSubstr("Width of a bin in seconds? [0.05] \r\n"));
  EXPECT_EQ(read("rat.toml"), read("proposed.toml"));
}

TEST_F(InitOnTerminal, WritesNothingAfterControlC) {
  ProgramOnTerminal init = this->init(words());
  init.type_after("Signals? [spikes] ", enter);
  init.type_after("Width of a bin in seconds? [0.05] ", control_c);
  EXPECT_EQ(init.wait().signal, SIGINT);
  EXPECT_FALSE(std::filesystem::exists(folder() + "/rat.toml"));
}

}  // namespace
}  // namespace facet
