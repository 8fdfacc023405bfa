// Every config in docs/times.md can be used, and gives what the text beside it says. times/ has one
// session of 60 s as tables, with its counts in bins of 50 ms (counted by numpy from the times that
// were written).
#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>
#include <gmock/gmock.h>

#include <filesystem>

#include "facet/framework.h"
#include "facet/npz.h"
#include "framework/reading/recording_reader.h"
#include "integration/configs_in_docs.h"
#include "temporary_folder.h"

namespace facet {
namespace {

using ::testing::ElementsAre;

namespace fs = std::filesystem;

const std::string session_folder = FACET_SOURCE_FOLDER "/tests/integration/times/";

class DocsTimes : public testing::Test {
 protected:
  DocsTimes() {
    for (const char* file : {"spikes.csv", "behavior.csv", "trials.csv"})
      fs::copy_file(session_folder + file, folder.path() + "/" + file);
    at::Tensor speed = at::arange(40, at::kDouble);
    speed.slice(0, 10, 13).fill_(std::nan(""));
    speed.slice(0, 20, 24).fill_(std::nan(""));
    write_npz(folder.path() + "/rat.npz", {{"neural", at::rand({40, 5})}, {"speed", speed}});
  }

  LoadedRecording loaded(std::size_t i) {
    const std::string path = folder.path() + "/run.toml";
    write_text(path, configs_in_docs("times.md").at(i) +
                         "[[objective]]\nslice = [0, 2]\nloss = \"FixedEuclideanInfoNCE\"\n"
                         "distribution = \"time\"\n");
    return read_recording(read_run_config(path, {}, *registry).data, *registry);
  }
  Recording recording(std::size_t i) { return loaded(i).recording; }

  static at::Tensor counts() {
    for (const NamedTensor& array : read_npz(session_folder + "binned.npz"))
      if (array.name == "counts") return array.tensor;
    throw Error("there are no counts");
  }

  TemporaryFolder folder;
  std::unique_ptr<Registry> registry = open_registry();
};

TEST_F(DocsTimes, AreSixConfigs) {
  EXPECT_EQ(configs_in_docs("times.md").size(), 6U);
}

TEST_F(DocsTimes, TablesOfTimesBecomeBins) {
  const Recording own = recording(0);
  EXPECT_TRUE(own.signals.equal(counts()));
  EXPECT_EQ(own.labels.find("position").values.size(0), 1200);
  EXPECT_THAT(own.labels.find("trials.outcome").classes, ElementsAre("correct", "error", "omission"));
}

TEST_F(DocsTimes, ArraysGetOtherNames) {
  EXPECT_TRUE(recording(1).labels.contains("place"));
  EXPECT_FALSE(recording(1).labels.contains("day1.position"));
}

TEST_F(DocsTimes, SmoothedRatesKeepTheNumberOfSpikes) {
  const at::Tensor rates = recording(2).signals.to(at::kDouble);
  const double spikes = counts().sum().item<double>();
  EXPECT_NEAR((rates.sum() * 0.05).item<double>() / spikes, 1, 0.01);
}

TEST_F(DocsTimes, SamplesAreAlignedAsTheyAreAskedFor) {
  const LoadedRecording own = loaded(3);
  EXPECT_THAT(own.decisions, testing::Contains(testing::StartsWith(
                                 "'speed' is brought onto the bins by nearest, at most 0.1 s")));
}

TEST_F(DocsTimes, SelectByTrialsAndTheirColumns) {
  const Recording own = recording(4);
  // Trials of 6.2 s; those that end well are segments of their own.
  for (const Segment& segment : own.segments) EXPECT_EQ(segment.size(), 124);
  EXPECT_GT(own.segments.size(), 1U);
}

TEST_F(DocsTimes, FillWhatIsMissingUpToAGap) {
  const at::Tensor speed = recording(5).labels.find("speed").values;
  EXPECT_EQ(speed.isnan().sum().item<std::int64_t>(), 4);
  EXPECT_DOUBLE_EQ(speed[11][0].item<double>(), 11);
}

}  // namespace
}  // namespace facet
