// `facet init`: from a recording's files to a config that can be trained.
#include <ATen/Functions.h>

#include <filesystem>
#include <fstream>

#include "facet/npz.h"
#include "framework/files/files.h"
#include "run_commands.h"

namespace facet {
namespace {

using ::testing::AllOf;
using ::testing::EndsWith;
using ::testing::HasSubstr;

class InitCommand : public RunCommands {
 protected:
  /// 300 bins of six channels and a position that is not known at first.
  void write_matrix() const {
    at::Tensor position = at::arange(300, at::kFloat).remainder(50) / 50;
    position.slice(0, 0, 4).fill_(std::nan(""));
    write_npz(folder() + "/rat.npz", {{"counts", at::rand({300, 6})},
                                      {"position", position},
                                      {"trial", (at::arange(300, at::kLong) / 50).to(at::kLong)}});
  }
};

TEST_F(InitCommand, WritesAConfigThatTrains) {
  write_matrix();
  const ProgramResult made = facet({"init", "rat.npz", "--out", "rat.toml"});
  EXPECT_EQ(made.exit_code, 0) << made.errors;
  EXPECT_EQ(made.output, "rat.toml\nrat.toml: no mistakes\n");
  const std::string text = read_text(folder() + "/rat.toml");
  EXPECT_THAT(text, AllOf(HasSubstr("file = \"rat.npz\"\n"),
                          HasSubstr("signals = \"counts\"  # 6 channels\n"),
                          HasSubstr("select = \"'position' == 'position'\"  # "),
                          HasSubstr("label = \"position\""), HasSubstr("validation = 0.2  # ")));
  const ProgramResult trained =
      facet({"train", "rat.toml", "--out", "run", "--set", "training.steps=3"});
  EXPECT_EQ(trained.exit_code, 0) << trained.errors;
  EXPECT_EQ(facet({"evaluate", "run"}).exit_code, 0);
}

TEST_F(InitCommand, TakesWhatIsAskedFor) {
  write_matrix();
  std::filesystem::create_directory(folder() + "/configs");
  EXPECT_EQ(facet({"init", "rat.npz", "--out", "configs/rat.toml", "--label", "position",
                   "--signals", "counts"})
                .exit_code,
            0);
  EXPECT_THAT(read_text(folder() + "/configs/rat.toml"),
              AllOf(HasSubstr("file = \"../rat.npz\"\n"), HasSubstr("  # as you said\n")));
}

/// A file may have hundreds of labels, of which eight are proposed.
TEST_F(InitCommand, BringsTheLabelThatIsAskedForOntoTheBins) {
  std::vector<NamedTensor> arrays = {{"counts", at::rand({300, 6})},
                                     {"t", at::arange(300, at::kDouble) / 10}};
  for (int label = 1; label <= 9; ++label)
    arrays.push_back({"label" + std::to_string(label), at::rand({300})});
  write_npz(folder() + "/many.npz", arrays);
  const ProgramResult made =
      facet({"init", "many.npz", "--out", "many.toml", "--bin", "0.2", "--label", "label9"});
  EXPECT_EQ(made.exit_code, 0) << made.errors;
  EXPECT_THAT(read("many.toml"),
              AllOf(HasSubstr("time = [\"t\"]"), HasSubstr("\"label8\", \"label9\"]"),
                    HasSubstr("label = \"label9\" }")));
}

/// Each proposal passes its check, without a warning of what was proposed.
TEST_F(InitCommand, ProposesWhatSuitsTheFiles) {
  const auto proposed = [&](const Words& files) {
    Words words{"init"};
    words.insert(words.end(), files.begin(), files.end());
    words.insert(words.end(), {"--out", "rat.toml", "--overwrite"});
    const ProgramResult made = facet(words);
    EXPECT_EQ(made.exit_code, 0) << files[0] << ": " << made.errors;
    for (const char* own : {"training.batch_size", "have no embedding", "unit length", "transpose"})
      EXPECT_THAT(made.errors, testing::Not(HasSubstr(own))) << files[0];
    return read("rat.toml");
  };
  const std::string data = FOLDERS;
  EXPECT_THAT(proposed({data + "/../integration/public_nwb/maze.nwb"}),
              AllOf(HasSubstr("trials = \"trials\"  # no window crosses their borders\n"),
                    HasSubstr("select = \"in 'trials'\"  # nearly all events are in trials\n")));
  EXPECT_THAT(proposed({data + "/suite2p/data/suite2p"}),
              AllOf(HasSubstr("signals = \"F_corrected\""), HasSubstr("neurons = \"iscell\"")));
  EXPECT_THAT(proposed({data + "/phy/data/kilosort2"}),
              HasSubstr("neurons = \"group == 'good'\"  # "));

  write_npz(folder() + "/trials.npz",
            {{"stim", at::rand({20, 40})}, {"neural", at::rand({20, 40, 6})}});
  EXPECT_THAT(proposed({"trials.npz"}),
              AllOf(HasSubstr("signals = \"neural\"  # 20 trials of 6 channels\n"),
                    HasSubstr("label = \"stim\"")));
  write_npz(folder() + "/F.npz", {{"F", at::rand({20, 2000})}});
  EXPECT_THAT(proposed({"F.npz"}), HasSubstr("transpose = true  # they are channels x bins"));

  std::ofstream table(folder() + "/units.csv");
  table << "t,unit_0,unit_1,unit_2,unit_3,x\n";
  for (int bin = 0; bin < 500; ++bin)
    table << bin << ".5," << bin % 3 << ',' << bin % 5 << ',' << bin % 7 << ',' << bin % 4 << ','
          << bin % 50 / 10.0 << '\n';
  table.close();
  EXPECT_THAT(proposed({"units.csv"}), HasSubstr("signals = \"unit_*\"  # 4 channels\n"));
  EXPECT_THAT(proposed({"units.csv", "--signals", "unit_0", "--signals", "unit_3"}),
              HasSubstr("signals = [\"unit_0\", \"unit_3\"]  # as you said\n"));
}

TEST_F(InitCommand, TakesAnglesAndIntervalsFromTables) {
  std::filesystem::copy(std::string(NEW_USER) + "/spikes.mat", folder());
  std::ofstream head(folder() + "/head.csv"), tones(folder() + "/tones.csv"),
      notes(folder() + "/notes.csv");
  head << "t,hd (deg)\n";
  for (int i = 0; i < 1800; ++i) head << i / 30.0 << ',' << i * 7 % 360 << ".5\n";
  tones << "start,stop,pitch\n1.5,2.5,a\n10.5,12.5,b\n";
  notes << "page,text\n1,hello\n";
  for (std::ofstream* file : {&head, &tones, &notes}) file->close();
  const ProgramResult made =
      facet({"init", "spikes.mat", "head.csv", "tones.csv", "notes.csv", "--out", "rat.toml"});
  EXPECT_EQ(made.exit_code, 0) << made.errors;
  EXPECT_THAT(read("rat.toml"),
              AllOf(HasSubstr("intervals = [\"start\", \"stop\"]"),
                    HasSubstr("angles = [\"hd (deg)\"]  # by their unit: averaged as directions\n"),
                    HasSubstr("# Nothing of notes.csv is used")));
}

/// The step of a clock of 30 Hz, to the last digit: a shorter bin would have no mean.
TEST_F(InitCommand, WritesWidthsWithAllTheirDigits) {
  write_npz(folder() + "/dff.npz",
            {{"dff", at::rand({900, 6})}, {"t", at::arange(900, at::kDouble) / 30}});
  const ProgramResult made =
      facet({"init", "dff.npz", "--out", "rat.toml", "--bin", "0.0333333333333"});
  EXPECT_EQ(made.exit_code, 0) << made.errors;
  EXPECT_THAT(read("rat.toml"), HasSubstr("bin = 0.0333333333333  # "));
}

TEST_F(InitCommand, LeavesOutALabelThatIsMostlyMissing) {
  write_npz(folder() + "/rat.npz", {{"counts", at::rand({300, 6})},
                                    {"lost", at::full({300}, std::nan(""))},
                                    {"speed", at::rand({300})}});
  EXPECT_EQ(facet({"init", "rat.npz", "--out", "rat.toml"}).exit_code, 0);
  EXPECT_THAT(read("rat.toml"), HasSubstr("label = \"speed\""));
}

TEST_F(InitCommand, SaysWhatIsNotThere) {
  write_matrix();
  const auto mistake = [&](const Words& more) {
    Words words{"init", "rat.npz", "--out", "rat.toml"};
    words.insert(words.end(), more.begin(), more.end());
    return facet(words).errors;
  };
  EXPECT_THAT(mistake({"--signals", "cuonts"}),
              EndsWith("there is no array 'cuonts', did you mean 'counts'? (there are 'counts', "
                       "'position', 'trial')\n"));
  EXPECT_THAT(mistake({"--label", "trial"}),
              EndsWith("'trial' is discrete, a continuous label is needed, such as 'position'\n"));
  EXPECT_THAT(mistake({"--bin", "0"}),
              EndsWith("a bin is wider than 0 seconds, such as 0.05, not 0\n"));
  write_npz(folder() + "/none.npz", {{"position", at::ones({3})}});
  EXPECT_THAT(facet({"init", "none.npz", "--out", "rat.toml"}).errors,
              HasSubstr("there is no array of signals, bins x channels or event times of units"));
  EXPECT_FALSE(std::filesystem::exists(folder() + "/rat.toml"));
}

}  // namespace
}  // namespace facet
