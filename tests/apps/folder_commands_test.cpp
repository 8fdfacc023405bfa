// Recordings that are folders: of phy and of suite2p.
#include <filesystem>

#include "facet/npz.h"
#include "run_commands.h"

namespace facet {
namespace {

using ::testing::HasSubstr;

class FolderCommands : public RunCommands {
 protected:
  FolderCommands() {
    copy("phy/data/kilosort2");
    copy("suite2p/data/suite2p");
  }
  void copy(const std::string& path) const {
    std::filesystem::copy(FOLDERS "/" + path,
                          folder() + "/" + std::filesystem::path(path).filename().string(),
                          std::filesystem::copy_options::recursive);
  }
  static Words set(const Words& command, const Words& settings) {
    Words words = command;
    for (const std::string& setting : settings) words.insert(words.end(), {"--set", setting});
    return words;
  }
  ProgramResult train_on_suite2p(const std::string& file) const {
    return facet(set(
        {"train", "run.toml", "--out", "run"},
        {"data.file=\"" + file + "\"", "data.signals=\"F_corrected\"", "data.neurons=\"iscell\"",
         "training.steps=2", "objective=[{slice=[0,4],loss=\"InfoNCE\",distribution=\"time\"}]"}));
  }
};

TEST_F(FolderCommands, SpikeTimesNeedBins) {
  const ProgramResult refused =
      facet(set({"check", "run.toml"}, {"data.file=\"kilosort2\"", "data.signals=\"spikes\""}));
  EXPECT_NE(refused.exit_code, 0);
  EXPECT_THAT(refused.errors, HasSubstr("kilosort2: 'spikes' are event times of 12 units: data.bin "
                                        "makes counts of them"));
}

TEST_F(FolderCommands, AFolderThatNoReaderKnowsIsAMistake) {
  std::filesystem::create_directory(folder() + "/empty");
  const ProgramResult refused = facet(set({"check", "run.toml"}, {"data.file=\"empty\""}));
  EXPECT_THAT(refused.errors,
              HasSubstr("empty: is a folder, and none that a reader knows: it holds "
                        "none of "));
  EXPECT_THAT(refused.errors, HasSubstr("'spike_times.npy'"));
  EXPECT_THAT(refused.errors, HasSubstr("'F.npy'"));
}

TEST_F(FolderCommands, TrainOnAllPlanesAndEmbedOne) {
  const ProgramResult trained = train_on_suite2p("suite2p/");
  ASSERT_EQ(trained.exit_code, 0) << trained.errors;
  const at::Tensor cells =
      read_npz(FOLDERS "/suite2p/data/suite2p.expected.npz")[4].tensor;  // iscell
  EXPECT_THAT(trained.errors,
              HasSubstr(": 118 bins x " + std::to_string(cells.sum().item<std::int64_t>()) +
                        " channels\n"));
  EXPECT_THAT(trained.errors, HasSubstr("its planes have 120, 118 frames"));
  const ProgramResult embedded = facet({"embed", "run", "suite2p/"});
  EXPECT_EQ(embedded.output, "suite2p-embedding.npz\n") << embedded.errors;
  EXPECT_THAT(facet({"embed", "run", "suite2p/plane0"}).errors, HasSubstr("suite2p/plane0: "));
}

TEST_F(FolderCommands, NoFileOfTheFolderIsOverwritten) {
  ASSERT_EQ(train_on_suite2p("suite2p").exit_code, 0);
  std::filesystem::create_hard_link(folder() + "/suite2p/plane0/F.npy", folder() + "/F.npz");
  for (const std::string out : {"suite2p/plane0/F.npy", "F.npz"}) {
    const ProgramResult refused = facet({"embed", "run", "suite2p", "--out", out, "--overwrite"});
    EXPECT_THAT(refused.errors, HasSubstr(out + ": is not written, since this command reads "));
  }
}

}  // namespace
}  // namespace facet
