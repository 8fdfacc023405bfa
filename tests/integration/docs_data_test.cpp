// Every config in docs/data.md can be used, and gives what the text beside it says.
#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

#include "facet/framework.h"
#include "facet/mask.h"
#include "facet/npz.h"
#include "framework/data/split.h"
#include "framework/files/files.h"
#include "framework/reading/recording_reader.h"
#include "integration/configs_in_docs.h"
#include "temporary_folder.h"

namespace facet {
namespace {

using ::testing::ElementsAre;

/// Two cells of three frames: [[1, 2, 3], [4, 5, 6]] as bytes.
void write_npy(const std::string& path) {
  std::string header = "{'descr': '|u1', 'fortran_order': False, 'shape': (2, 3), }";
  header.resize(117, ' ');
  std::ofstream(path, std::ios::binary)
      << std::string("\x93NUMPY\x01\x00\x76\x00", 10) << header << "\n\1\2\3\4\5\6";
}

/// The files that the configs name: 100 bins of 0.25 s with a gap of 1 s, five channels.
void write_recordings(const std::string& folder) {
  const at::Tensor bins = at::arange(100, at::kDouble);
  const std::vector<NamedTensor> arrays = {
      {"neural", at::rand({100, 5})},
      {"position", at::stack({bins / 100, 1 - bins / 100}, 1)},
      {"speed", bins.remainder(10) / 20},
      {"trial", (bins / 25).floor().to(at::kLong)},
      {"t", bins / 4 + bins.ge(50).to(at::kDouble)},
      {"encodes_position", at::tensor({1, 0, 1, 1, 0}, at::kLong)},
      {"depth", at::tensor({10., 20., 30., 40., 50.}, at::kDouble)}};
  write_npz(folder + "/rat.npz", arrays);
  write_npz(folder + "/spikes.npz", {{"spike_times", at::tensor({0, 1500, 3000, 30000}, at::kLong)},
                                     {"spike_units", at::tensor({0, 1, 0, 1}, at::kLong)}});
  write_npy(folder + "/F.npy");
  std::ofstream(folder + "/rat.csv") << "t,unit_1,unit_2\n0,1,2\n1,3,4\n2,5,6\n5,7,8\n";
  const std::string files = FACET_SOURCE_FOLDER "/tests/plugins/";
  std::filesystem::copy_file(files + "hdf5/data/recording.h5", folder + "/recording.dat");
  std::filesystem::copy_file(files + "matlab/data/labels.mat", folder + "/rat.mat");
}

class DocsData : public testing::Test {
 protected:
  DocsData() { write_recordings(folder.path()); }

  RunConfig config(std::size_t i) {
    const std::string path = folder.path() + "/run.toml";
    write_text(path, configs_in_docs("data.md").at(i) +
                         "[[objective]]\nslice = [0, 2]\nloss = \"nn.MSELoss\"\ntarget = \"t\"\n");
    return read_run_config(path, {}, *registry);
  }
  Recording recording(std::size_t i) { return read_recording(config(i).data, *registry).recording; }
  std::int64_t used_bins(std::size_t i) { return Bins(recording(i).segments).size(); }

  TemporaryFolder folder;
  std::unique_ptr<Registry> registry = open_registry();
};

TEST_F(DocsData, HasTheConfigsThatAreTriedHere) {
  EXPECT_EQ(configs_in_docs("data.md").size(), 11);
}

TEST_F(DocsData, Formats) {
  EXPECT_THAT(recording(0).signals.sizes(), ElementsAre(3, 2));
  EXPECT_THAT(recording(1).signals.sizes(), ElementsAre(4, 2));
  EXPECT_THAT(recording(1).segments, ElementsAre(Segment{0, 3}, Segment{3, 4}));
}

TEST_F(DocsData, TransposedSignals) {
  EXPECT_TRUE(recording(2).signals.equal(at::tensor({1.F, 4.F, 2.F, 5.F, 3.F, 6.F}).view({3, 2})));
}

TEST_F(DocsData, SamplesOfAnAcquisitionAreEvents) {
  const at::Tensor counts = recording(3).signals;  // at 0, 0.05, 0.1 and 1 s
  EXPECT_THAT(counts.sizes(), ElementsAre(21, 2));
  EXPECT_TRUE(counts.slice(0, 0, 3).equal(at::tensor({1.F, 0.F, 0.F, 1.F, 1.F, 0.F}).view({3, 2})));
  EXPECT_EQ(counts.sum().item<double>(), 4);
}

TEST_F(DocsData, KindsOfLabels) {
  const Labels labels = recording(4).labels;
  EXPECT_EQ(labels.find("trial").kind, LabelKind::discrete);
  EXPECT_EQ(labels.find("count").kind, LabelKind::continuous);
}

TEST_F(DocsData, Segments) {
  EXPECT_THAT(recording(5).segments,
              ElementsAre(Segment{0, 25}, Segment{25, 50}, Segment{50, 75}, Segment{75, 100}));
}

// numpy: the bins for which all of it holds.
TEST_F(DocsData, ConditionsAndEpochs) {
  EXPECT_EQ(used_bins(6), 39);
}

TEST_F(DocsData, Neurons) {
  const at::Tensor all = recording(5).signals;
  EXPECT_TRUE(recording(7).signals.equal(all.index_select(1, at::tensor({0, 2, 3, 4}, at::kLong))));
  EXPECT_TRUE(recording(8).signals.equal(all.index_select(1, at::tensor({0, 2, 3}, at::kLong))));
}

TEST_F(DocsData, Masks) {
  const RunConfig run = config(9);
  ASSERT_EQ(run.data.masks.size(), 2U);
  for (const ComponentChoice& mask : run.data.masks)
    EXPECT_NO_THROW(registry->create<Mask>(mask, {}, "data.masks")) << mask.name;
}

TEST_F(DocsData, ZScores) {
  const RunConfig run = config(10);
  EXPECT_TRUE(run.data.zscore);
  EXPECT_EQ(split_recording(recording(10), run.data).held_out.at(0).begin, 80);
}

}  // namespace
}  // namespace facet
