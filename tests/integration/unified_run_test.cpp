// One encoder for two sessions: what it says of the labels that it is given.
#include <gmock/gmock.h>

#include "facet/npz.h"
#include "framework/run/embed_recordings.h"
#include "integration/two_sessions.h"
#include "message_of.h"
#include "temporary_folder.h"

namespace facet {
namespace {

class UnifiedRun : public testing::Test {
 protected:
  UnifiedRun() {
    TrainHooks hooks;
    hooks.warning = [this](const std::string& line) { warned.push_back(line); };
    train(config, run, *registry, hooks);
  }

  TemporaryFolder folder;
  const std::string path = write_two_sessions(folder.path());
  std::unique_ptr<Registry> registry = open_registry();
  const RunConfig config = read_run_config(
      path, {"training.solver=unified", "training.align_by=Z1", "training.steps=2"}, *registry);
  const RunFolder run{folder.path() + "/run"};
  std::vector<std::string> warned;
};

TEST_F(UnifiedRun, WarnsThatItIsGivenTheLabelsThatAlignIt) {
  EXPECT_THAT(warned, testing::ElementsAre(testing::StartsWith(
                          "label 'Z1' is given to the embedding of every bin, held out or not")));
}

TEST_F(UnifiedRun, EmbedsNoRecordingWithoutTheLabelsThatAlignIt) {
  const std::string unlabelled = folder.path() + "/unlabelled.npz";
  std::vector<NamedTensor> arrays = read_npz(folder.path() + "/second.npz");
  std::erase_if(arrays, [](const NamedTensor& array) { return array.name == "Z1"; });
  write_npz(unlabelled, arrays);
  EXPECT_EQ(message_of([&] {
              embed_other_recording(load_run(run, *registry), run, {{unlabelled}, "second"}, *registry);
            }),
            "label 'Z1' is missing in " + unlabelled);
}

TEST(UnifiedConfig, NamesTheKeyOfALabelThatASessionLacks) {
  const TemporaryFolder folder;
  const std::string path = write_two_sessions(folder.path());
  const std::string second = folder.path() + "/second.npz";
  std::vector<NamedTensor> arrays = read_npz(second);
  for (NamedTensor& array : arrays) array.tensor = array.tensor.clone();
  std::erase_if(arrays, [](const NamedTensor& array) { return array.name == "Z1"; });
  write_npz(second, arrays);
  const auto registry = open_registry();
  const RunConfig config =
      read_run_config(path, {"training.solver=unified", "training.align_by=Z1"}, *registry);
  EXPECT_THAT(
      message_of([&] { assemble(config, *registry); }),
      testing::HasSubstr("training.align_by cannot be used: label 'Z1' is missing in " + second));
}

}  // namespace
}  // namespace facet
