// What `facet init` proposes for recordings of many kinds. Each config passes `facet check` without
// a mistake and without a warning. The scripts beside the files, make_files.py, say what is in
// them.
#include <ATen/Functions.h>

#include <filesystem>
#include <fstream>
#include <limits>

#include "facet/npz.h"
#include "run_commands.h"

namespace facet {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

/// Files below tests/, and lines of the config that is proposed for them.
struct ProposedCase {
  const char* name;
  Words files;
  std::vector<const char*> lines;
};

class InitProposals : public RunCommands {
 protected:
  /// The config, after its check said nothing bad.
  std::string proposed(Words files, const Words& more = {}) const {
    files.insert(files.begin(), "init");
    files.insert(files.end(), {"--out", "proposed.toml"});
    files.insert(files.end(), more.begin(), more.end());
    const ProgramResult made = facet(files);
    EXPECT_EQ(made.exit_code, 0) << made.errors;
    EXPECT_EQ(made.output, "proposed.toml\nproposed.toml: no mistakes\n");
    EXPECT_THAT(made.errors, Not(HasSubstr("warning")));
    told_ = made.errors;
    return std::filesystem::exists(folder() + "/proposed.toml") ? read("proposed.toml") : "";
  }
  void write_text(const std::string& file, const std::string& text) const {
    std::ofstream(folder() + "/" + file) << text;
  }
  /// Spikes of two units from 0 to 60 s.
  void write_spikes() const {
    std::string text = "spike_time,unit\n";
    for (int i = 0; i < 600; ++i)
      text += std::to_string(i / 10.0) + (i % 2 ? ",left\n" : ",right\n");
    write_text("spikes.csv", text);
  }

  mutable std::string told_;  // by the last check
};

class InitProposalsOf : public InitProposals, public testing::WithParamInterface<ProposedCase> {};

TEST_P(InitProposalsOf, PassTheirCheck) {
  Words files;
  for (const std::string& file : GetParam().files)
    files.push_back(std::string(RECORDINGS) + "/" + file);
  const std::string config = proposed(files);
  for (const char* line : GetParam().lines) EXPECT_THAT(config, HasSubstr(line));
}

const std::vector<ProposedCase> proposed_cases = {
    {"PhyFolder",
     {"integration/same_session/kilosort4"},
     {"signals = \"spikes\"  # event times of 12 units\n",
      "neurons = \"group == 'good'\"  # 9 of 12 channels are good units\n"}},
    {"PairsOfSpikes",
     {"integration/same_session/session.npz"},
     {"signals = \"spike_times\"  # ", "neurons = \"quality == 'good'\"  # 9 of 12 "}},
    {"Nwb",
     {"integration/same_session/session.nwb"},
     {"signals = \"units\"  # event times of 13 units\n",
      "neurons = \"units.quality == 'good'\"  # 9 of 13 ",
      "labels = [\"speed\", \"position\", \"position_pixels\"]",
      "trials = \"trials\"  # no window crosses where one begins or ends; select = \"in trials\" ",
      "select = \"'speed' == 'speed'\"  # "}},
    {"Matlab",
     {"integration/same_session/session_v5.mat"},
     {"signals = \"spikes\"  # event times of 12 units\n", "bin = 0.05  # seconds: "}},
    {"TablesOfEventsSamplesAndIntervals",
     {"integration/times/spikes.csv", "integration/times/behavior.csv",
      "integration/times/trials.csv"},
     {"spikes.csv\", events = [\"spike_time\", \"unit\"] }", "behavior.csv\", time = [\"t\"] }",
      "trials.csv\", intervals = [\"start\", \"stop\"] }",
      "signals = \"spikes\"  # event times of 12 units\n", "trials = \"trials\"  # ",
      "labels = [\"position\", \"speed\"]"}},
    {"UnitsRecordedInTrialsAlone",
     {"integration/public_nwb/maze.nwb"},
     {"signals = \"units\"  # event times of 24 units\n",
      "select = \"in trials\"  # units hardly ever fire between the trials\n"}},
    {"Suite2p",
     {"plugins/suite2p/data/suite2p/plane0"},
     {"signals = \"F_corrected\"  # 8 channels",
      "neurons = \"iscell\"  # 5 of 8 channels are cells",
      "name = \"offset1-model\"  # an encoder that sees one bin: there are few\n",
      "batch_size = 16  # "}},
    {"ColumnsOfUnits",
     {"plugins/csv/data/plain.csv"},
     {"signals = \"unit_*\"  # 4 columns, a channel each\n",
      "select = \"'position (m)' == 'position (m)'\""}},
    {"Fluorescence",
     {"plugins/hdf5/nwb/data/ophys.nwb"},
     {"neurons = \"RoiResponseSeries.is_cell\"  # 6 of 8 channels are cells\n",
      "bin = 0.2  # seconds: the step between the samples of the signals, 5 Hz\n"}},
    {"DirectionOfTheHead",
     {"plugins/hdf5/nwb/data/rates.nwb"},
     {"bin = 0.04  # seconds: ", "angles = [\"head_direction\"]  # in rad: "}},
    {"Links", {"plugins/hdf5/nwb/data/linked.nwb"}, {"signals = \"F\"  # 8 channels\n"}},
    {"LargeFile", {"plugins/hdf5/nwb/data/raw80gb.nwb"}, {"signals = \"units\"  # "}},
    {"SamplesOfPynapple",
     {"plugins/numpy/data/numbered.npz"},
     {"bin = 0.1  # seconds: the longest step between the samples of the signals, but for gaps\n"}},
    {"NumpyMatrix", {"plugins/numpy/data/big_endian.npy"}, {"signals = \"big_endian\"  # 3 ch"}},
    {"OneFileForEachKind",
     {"apps/new_user/spikes.mat", "apps/new_user/position.csv"},
     {"position.csv\", time = [\"time\"] }", "signals = \"spikes\"  # event times of 16 units\n"}},
};

INSTANTIATE_TEST_SUITE_P(Recordings, InitProposalsOf, testing::ValuesIn(proposed_cases),
                         [](const auto& tested) { return tested.param.name; });

TEST_F(InitProposals, TrialsGoBeforeWhatHasARowForEach) {
  write_npz(folder() + "/cube.npz",
            {{"stim", at::rand({20, 40})}, {"neural", at::rand({20, 40, 6})}});
  EXPECT_THAT(proposed({"cube.npz"}),
              AllOf(HasSubstr("signals = \"neural\"  # trials x time x 6 channels\n"),
                    HasSubstr("label = \"stim\" }"), Not(HasSubstr("transpose"))));
}

TEST_F(InitProposals, TurnsChannelsTimesTrials) {
  write_npz(folder() + "/cube.npz",
            {{"stim", at::rand({20, 40})}, {"neural", at::rand({6, 40, 20})}});
  EXPECT_THAT(proposed({"cube.npz"}),
              AllOf(HasSubstr("signals = \"neural\"  # "),
                    HasSubstr("transpose = true  # it is channels x time")));
}

TEST_F(InitProposals, TurnsChannelsTimesTrialsOfWhichAColumnTells) {
  write_npz(folder() + "/cube.npz",
            {{"reaction_time", at::rand({40})}, {"neural", at::rand({12, 50, 40})}});
  EXPECT_THAT(proposed({"cube.npz"}), HasSubstr("transpose = true  # it is channels x time"));
}

TEST_F(InitProposals, TurnsChannelsTimesBins) {
  write_npz(folder() + "/wide.npz", {{"F", at::rand({20, 2000})}, {"speed", at::rand({2000})}});
  EXPECT_THAT(proposed({"wide.npz"}),
              AllOf(HasSubstr("signals = \"F\"  # 20 channels\n"),
                    HasSubstr("transpose = true  # it is 20 x 2000: channels x bins"),
                    HasSubstr("label = \"speed\" }")));
}

/// 0.03333333333333333 is what Python prints for 1 / 30, which reads back as the same double.
TEST_F(InitProposals, WritesAllDigitsOfABin) {
  write_spikes();
  EXPECT_THAT(proposed({"spikes.csv"}, {"--bin", "0.03333333333333333"}),
              HasSubstr("bin = 0.03333333333333333  # seconds: as you said\n"));
}

TEST_F(InitProposals, KnowsAnglesByTheirUnit) {
  write_spikes();
  std::string text = "t,head (deg),turned (rad),rate (rad/s),heading (radians)\n";
  for (int i = 0; i < 600; ++i)
    text += std::to_string(i / 10.0) + "," + std::to_string(i * 7 % 360) + ".5," +
            std::to_string(i * 0.1) + "," + std::to_string(i % 5) + ".5," +
            std::to_string(i % 60 * 0.1) + "\n";
  write_text("angles.csv", text);
  EXPECT_THAT(
      proposed({"spikes.csv", "angles.csv"}),
      HasSubstr("angles = [\"head (deg)\", \"heading (radians)\"]  # in deg and radians: "));
}

TEST_F(InitProposals, SaysWhatAFileLacksThatIsNotUsed) {
  write_spikes();
  write_text("pose.csv", "x,y\n1.5,2\n2.5,3\n");
  write_text("trials.csv", "start,stop\n500,900\n1500,1900\n");
  EXPECT_THAT(
      proposed({"spikes.csv", "pose.csv", "trials.csv"}),
      AllOf(HasSubstr("pose.csv\",  # nothing of it is used: it does not say when its rows "
                      "were sampled; { path = \"...\", rate = 30 } says"),
            HasSubstr("trials.csv\",  # nothing of it is used: its times are whole numbers; "
                      "intervals = [\"start\", \"stop\"], unit = \"ms\"")));
  EXPECT_THAT(told_, AllOf(HasSubstr("pose.csv: nothing of it is used: it does not say"),
                           HasSubstr("trials.csv: nothing of it is used: its times are")));
}

TEST_F(InitProposals, LeavesOutBinsWhereTheLabelIsInfinite) {
  at::Tensor speed = at::rand({300});
  speed[7] = std::numeric_limits<float>::infinity();
  speed[9] = std::nan("");
  write_npz(folder() + "/rat.npz", {{"counts", at::rand({300, 6})}, {"speed", speed}});
  EXPECT_THAT(proposed({"rat.npz"}), HasSubstr("select = \"'speed' between -1e19 and 1e19\"  # "));
}

TEST_F(InitProposals, FillsTheHolesOfTheSignals) {
  at::Tensor traces = at::rand({300, 6});
  traces[7][2] = std::nan("");
  traces[9][3] = std::nan("");
  write_npz(folder() + "/rat.npz", {{"dff", traces}});
  EXPECT_THAT(proposed({"rat.npz"}),
              AllOf(HasSubstr("fill = [{ array = \"dff\", by = \"interpolate\" }]  # where a few "),
                    Not(HasSubstr("epochs"))));
}

TEST_F(InitProposals, LeavesOutWhatCannotBeFilled) {
  at::Tensor traces = at::rand({300, 6});
  traces.slice(0, 0, 3).fill_(std::nan(""));      // before it there is nothing
  traces.slice(0, 100, 140).fill_(std::nan(""));  // too long
  write_npz(folder() + "/rat.npz", {{"dff", traces}});
  EXPECT_THAT(proposed({"rat.npz"}),
              AllOf(HasSubstr("epochs = [[3, 100], [140, 300]]  # bins where signals are missing "),
                    Not(HasSubstr("fill"))));
}

TEST_F(InitProposals, FitsTheBatchToTheBins) {
  write_npz(folder() + "/few.npz", {{"counts", at::rand({60, 6})}});
  // 48 bins are trained on, of which 38 have another one 10 bins later: a fourth is 9
  EXPECT_THAT(proposed({"few.npz"}), HasSubstr("batch_size = 8  # "));
}

TEST_F(InitProposals, SaysWhyAFolderHasNoSignals) {
  std::filesystem::copy(std::string(RECORDINGS) + "/integration/same_session/kilosort4",
                        folder() + "/sorted");
  std::filesystem::remove(folder() + "/sorted/params.py");
  const ProgramResult made = facet({"init", "sorted", "--out", "proposed.toml"});
  EXPECT_THAT(made.errors, HasSubstr("there is no array of signals that can be read: 'spikes' has "
                                     "no sample rate"));
  EXPECT_FALSE(std::filesystem::exists(folder() + "/proposed.toml"));
}

}  // namespace
}  // namespace facet
