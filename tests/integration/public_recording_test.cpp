// The config of docs/public_recording.md, on a small recording in the layout of those that it is
// for.
#include <ATen/Functions.h>
#include <gmock/gmock.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "facet/framework.h"
#include "integration/configs_in_docs.h"
#include "run_program.h"
#include "temporary_folder.h"

namespace facet {
namespace {

class PublicRecording : public testing::Test {
 protected:
  PublicRecording() {
    std::filesystem::copy_file(FACET_SOURCE_FOLDER "/tests/integration/public_nwb/maze.nwb",
                               folder.path() + "/maze.nwb");
    write_text(path, configs_in_docs("public_recording.md").at(0));
  }

  TemporaryFolder folder;
  std::string path = folder.path() + "/maze.toml";
};

// Counted by numpy from the spikes, trials and samples in the file.
TEST_F(PublicRecording, IsReadByTheConfigOfItsPage) {
  const auto registry = open_registry();
  const RunConfig config = read_run_config(path, {"data.smooth=0"}, *registry);
  const Recording recording = read_recording(config.data, *registry).recording;
  EXPECT_THAT(recording.signals.sizes(), testing::ElementsAre(2979, 18));
  EXPECT_EQ(recording.signals.sum().item<double>(), 6944);
  EXPECT_EQ(Bins(recording.segments).size(), 2159);
  EXPECT_EQ(recording.segments.size(), 27U);
  const at::Tensor velocity = recording.labels.find("hand_vel").values;
  EXPECT_NEAR(velocity[40][1].item<double>(), -68.189, 1e-9);
}

TEST_F(PublicRecording, IsTrainedAndJudged) {
  const ProgramResult trained = run_program({FACET_PROGRAM, "train", "maze.toml", "--out", "maze",
                                             "--quiet", "--set", "training.steps=300"},
                                            folder.path());
  ASSERT_EQ(trained.exit_code, 0) << trained.errors;
  const ProgramResult judged =
      run_program({FACET_PROGRAM, "evaluate", "maze", "--json"}, folder.path());
  ASSERT_EQ(judged.exit_code, 0) << judged.errors;
  double r2 = 0;
  const nlohmann::json figures = nlohmann::json::parse(judged.output);
  for (const nlohmann::json& decoded : figures["decoding"])
    if (decoded["label"] == "hand_vel" && decoded["decoder"] == "knn") r2 = decoded["r2"];
  EXPECT_GT(r2, 0.6) << "the units were made to fire by the direction of the hand";
}

}  // namespace
}  // namespace facet
