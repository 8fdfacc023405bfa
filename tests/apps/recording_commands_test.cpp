// What the commands say of the files that they read.
#include <ATen/Functions.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <thread>
#include <utility>

#include "facet/npz.h"
#include "run_commands.h"

namespace facet {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

class RecordingCommands : public RunCommands {
 protected:
  ProgramResult check(const Words& settings) const {
    Words words{"check", "run.toml"};
    for (const std::string& setting : settings) words.insert(words.end(), {"--set", setting});
    return facet(words);
  }
  /// The small run's recording with more arrays.
  std::string write_with(const std::string& name, const std::vector<NamedTensor>& more) const {
    std::vector<NamedTensor> arrays = read_npz(folder() + "/recording.npz");
    arrays.insert(arrays.end(), more.begin(), more.end());
    write_npz(folder() + "/" + name, arrays);
    return "data.file=\"" + name + "\"";
  }
};

TEST_F(RecordingCommands, SayWhatTheSignalsAre) {
  const std::string line = "recording.npz: 400 bins x 6 channels\n";
  EXPECT_THAT(check({}).errors, StartsWith(line));
  EXPECT_THAT(facet({"train", "run.toml", "--out", "run", "--set", "training.steps=2"}).errors,
              HasSubstr(line));
  EXPECT_THAT(facet({"evaluate", "run"}).errors, HasSubstr(line));
  EXPECT_THAT(facet({"attribute", "run"}).errors, HasSubstr(line));
  EXPECT_EQ(facet({"embed", "run", "recording.npz"}).errors, line);
}

// suite2p's F.npy is cells x frames.
TEST_F(RecordingCommands, WarnOfChannelsBeforeBinsAndTransposeThem) {
  const at::Tensor neural = read_npz(folder() + "/recording.npz")[0].tensor;
  write_npz(folder() + "/F.npz", {{"F", neural.t().contiguous()}});
  const Words file{"data.file=\"F.npz\"", "data.signals=\"F\"",
                   "objective=[{slice=[0,4],loss=\"InfoNCE\",distribution=\"time\"}]"};
  EXPECT_THAT(check(file).errors,
              AllOf(HasSubstr("warning: F.npz: the signals 'F' are 6 bins x 400 channels, more "
                              "channels than bins: if they are channels x bins in the file, set "
                              "data.transpose = true\n")));
  Words transposed = file;
  transposed.push_back("data.transpose=true");
  EXPECT_THAT(check(transposed).errors,
              AllOf(HasSubstr("F.npz: 400 bins x 6 channels\n"), Not(HasSubstr("warning: F.npz"))));
}

TEST_F(RecordingCommands, LeaveNoNeuronOutThatAPatternTakes) {
  std::ofstream csv(folder() + "/rat.csv");
  csv << "unit_0,unit_1,unit_2\n";
  for (int bin = 0; bin < 50; ++bin) csv << bin << ',' << (bin == 7 ? "lost" : "1") << ",2\n";
  csv.close();
  const ProgramResult refused = check({"data.file=\"rat.csv\"", "data.signals=\"unit_*\""});
  EXPECT_EQ(refused.exit_code, 2);
  EXPECT_THAT(refused.errors, HasSubstr("rat.csv: 'unit_1' is text, signals are numbers"));
}

TEST_F(RecordingCommands, LetNothingBeInTheWayThatNobodyAsksFor) {
  const std::string file = write_with("more.npz", {{"raw_counts", at::ones({400, 6}, at::kLong)},
                                                   {"wide", at::ones({400, 65})},
                                                   {"other", at::ones({7, 3, 2})}});
  const ProgramResult checked = check({file});
  EXPECT_EQ(checked.exit_code, 0) << checked.errors;
  EXPECT_THAT(checked.errors, HasSubstr("array 'raw_counts' is no label: it is 400 x 6 and "
                                        "discrete: a discrete label has one column"));
}

TEST_F(RecordingCommands, RefuseARecordingWithABitThatHasChanged) {
  std::string bytes = read("recording.npz");
  bytes[bytes.find("\x93NUMPY") + 1000] ^= 1;
  std::ofstream(folder() + "/damaged.npz", std::ios::binary) << bytes;
  const ProgramResult refused = check({"data.file=\"damaged.npz\""});
  EXPECT_EQ(refused.exit_code, 2);
  EXPECT_THAT(refused.errors, HasSubstr("is damaged: its checksum does not match"));
}

TEST_F(RecordingCommands, RefuseAModelAndAnEmbeddingWithABitThatHasChanged) {
  ASSERT_EQ(train_run({"--set", "training.steps=2"}).exit_code, 0);
  for (const auto& [name, array] :
       {std::pair("run/model.npz", "state."), std::pair("run/embedding.npz", "embedding.npy")}) {
    const std::string whole = read(name);
    std::string bytes = whole;
    constexpr std::size_t header = 128;
    bytes[bytes.find("\x93NUMPY", bytes.find(array)) + header + 5] ^= 1;
    std::ofstream(folder() + "/" + name, std::ios::binary) << bytes;
    const bool model = std::string(name) == "run/model.npz";
    const ProgramResult refused =
        model ? facet({"embed", "run", "recording.npz"}) : facet({"evaluate", "run"});
    EXPECT_EQ(refused.exit_code, 1);
    EXPECT_THAT(refused.errors, HasSubstr("is damaged: its checksum does not match")) << name;
    std::ofstream(folder() + "/" + name, std::ios::binary) << whole;
  }
}

TEST_F(RecordingCommands, EmbedAnotherRecordingOrSayWhyNot) {
  ASSERT_EQ(train_run({"--set", "training.steps=2", "--set", "data.trials=\"phase\""}).exit_code,
            0);
  write_npz(folder() + "/new.npz", {{"neural", at::rand({50, 6})}});
  EXPECT_EQ(facet({"embed", "run", "new.npz"}).errors,
            "new.npz: has no 'phase', so that it has no borders by it\n"
            "new.npz: 50 bins x 6 channels\n");
  write_npz(folder() + "/day2.npz", {{"day2", at::rand({50, 6})}});
  EXPECT_THAT(facet({"embed", "run", "day2.npz"}).errors,
              HasSubstr("there is no array 'neural' with the signals (it has 'day2'): an array has "
                        "another name in another file, and the one of a npy file the name of the "
                        "file"));
  const ProgramResult named = facet({"embed", "run", "day2.npz", "--signals", "day2"});
  EXPECT_EQ(named.exit_code, 0) << named.errors;
  EXPECT_EQ(named.output, "day2-embedding.npz\n");
}

// Of spikes alone there is no behaviour, and the config's file tells how both were read.
TEST_F(RecordingCommands, EmbedSpikesWithoutTheLabelsOfTheTraining) {
  std::ofstream spikes(folder() + "/spikes.csv"), pose(folder() + "/pose.csv");
  spikes << "spike_time,unit\n";
  pose << "t,x\n";
  for (int i = 0; i < 600; ++i) spikes << i / 10.0 << (i % 3 ? ",left\n" : ",right\n");
  for (int i = 0; i < 600; ++i) pose << i / 10.0 << "," << i % 50 << ".5\n";
  spikes.close();
  pose.close();
  std::ofstream(folder() + "/times.toml") << R"([data]
file = [{ path = "pose.csv", time = ["t"] }, { path = "spikes.csv", events = ["spike_time", "unit"] }]
signals = "spikes"
bin = 0.5
labels = ["x"]
[model]
name = "offset1-model"
num_output = 3
[[objective]]
slice = [0, 3]
loss = "FixedCosineInfoNCE"
distribution = { name = "time", time_offset = 2 }
[training]
steps = 2
batch_size = 16
)";
  ASSERT_EQ(facet({"train", "times.toml", "--out", "run", "--quiet"}).exit_code, 0);
  const ProgramResult alone = facet({"embed", "run", "spikes.csv"});
  EXPECT_EQ(alone.exit_code, 0) << alone.errors;
  EXPECT_THAT(alone.errors,
              HasSubstr("spikes.csv: has no 'x', so that it is no label of the embedding\n"));
  EXPECT_THAT(facet({"data", "info", "spikes-embedding.npz"}).output, HasSubstr("120 x 3"));
}

TEST_F(RecordingCommands, RefuseAPipe) {
  ASSERT_EQ(mkfifo((folder() + "/spikes.csv").c_str(), 0600), 0);
  EXPECT_THAT(facet({"data", "info", "spikes.csv"}).errors,
              HasSubstr("spikes.csv: cannot be read: it is a device or a pipe, not a file"));
}

// Both ways to write over a file that is in use: what np.savez does, and a copy that is cut short.
TEST_F(RecordingCommands, EndATrainingWhoseRecordingIsWrittenTo) {
  const std::string whole = read("recording.npz");
  for (const std::size_t size : {whole.size(), std::size_t{100}}) {
    const std::string run = "run" + std::to_string(size);
    std::ofstream(folder() + "/recording.npz", std::ios::binary) << whole;
    RunningProgram training({FACET_PROGRAM, "train", "run.toml", "--out", run, "--quiet", "--set",
                             "training.steps=100000000"},
                            folder());
    const std::string checkpoint = folder() + "/" + run + "/checkpoint.npz";
    for (int i = 0; i < 3000 && !std::filesystem::exists(checkpoint); ++i)
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    std::ofstream(folder() + "/recording.npz", std::ios::binary) << whole.substr(0, size);
    const ProgramResult ended = training.wait();
    EXPECT_EQ(ended.exit_code, 1) << ended.errors;
    EXPECT_THAT(ended.errors, HasSubstr("recording.npz: "));
    EXPECT_THAT(ended.errors, HasSubstr("while it was in use"));
    EXPECT_FALSE(read_npz(checkpoint).empty());
  }
}

TEST_F(RecordingCommands, RefuseSelectionsOfNothing) {
  const ProgramResult refused = check({"data.neurons=[]", "data.epochs=[]"});
  EXPECT_EQ(refused.exit_code, 2);
  EXPECT_THAT(refused.errors,
              AllOf(HasSubstr("data.neurons selects nothing: leave it out to take all, got []"),
                    HasSubstr("data.epochs selects nothing: leave it out to take all, got []")));
}

}  // namespace
}  // namespace facet
