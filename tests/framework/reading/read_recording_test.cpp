#include <ATen/Functions.h>
#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

#include "facet/npz.h"
#include "framework/data/arrays.h"
#include "framework/data/recording_configs.h"
#include "framework/plugin_loader/plugin_loader.h"
#include "framework/reading/recording_reader.h"
#include "message_of.h"
#include "temporary_folder.h"

namespace facet {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

class ReadRecording : public ::testing::Test {
 protected:
  std::string write(const std::string& name, const std::vector<NamedTensor>& arrays) {
    const std::string path = folder.path() + "/" + name;
    write_npz(path, arrays);
    return path;
  }
  Recording read(const std::vector<std::string>& files) {
    return read_recording(with(&RecordingConfig::file, {files.begin(), files.end()}), *registry)
        .recording;
  }

  std::unique_ptr<Registry> registry = open_registry();
  TemporaryFolder folder;
};

TEST_F(ReadRecording, ByTheReaderOfTheFilesExtension) {
  const std::string path =
      write("rat.npz", {{"neural", floats({1, 2, 3, 4}, 2)}, {"trial", integers({7, 8})}});
  const Recording recording = read({path});
  EXPECT_EQ(recording.name, path);
  EXPECT_TRUE(recording.signals.equal(floats({1, 2, 3, 4}, 2)));
  EXPECT_TRUE(recording.labels.discrete("trial").equal(integers({7, 8})));
}

TEST_F(ReadRecording, JoinsTheArraysOfSeveralFiles) {
  const std::string signals = write("signals.npz", {{"neural", floats({1, 2, 3, 4}, 2)}});
  const std::string labels = write("labels.npz", {{"trial", integers({7, 8})}});
  const Recording recording = read({signals, labels});
  EXPECT_EQ(recording.name, signals + ", " + labels);
  EXPECT_TRUE(recording.labels.contains("trial"));
}

TEST_F(ReadRecording, NeedsAnExtensionWithAReader) {
  EXPECT_EQ(message_of([&] { read({"rat"}); }),
            "data.file cannot be used: rat: has no extension that says which reader can read it; "
            "[data] reader can");
  EXPECT_THAT(
      message_of([&] { read({"rat.npx"}); }),
      StartsWith(
          "data.file cannot be used: rat.npx: unknown reader 'npx', did you mean 'npz' or 'npy'?"));
}

TEST_F(ReadRecording, SaysWhatToDoWithAFormatThatNothingReads) {
  const auto refusal = [&](const std::string& file) { return message_of([&] { read({file}); }); };
  EXPECT_THAT(
      refusal("rat.csv.gz"),
      StartsWith("data.file cannot be used: rat.csv.gz: is compressed: unpack it by gunzip; "
                 "unknown reader 'gz'"));
  EXPECT_THAT(refusal("rat.XLSX"),
              StartsWith("data.file cannot be used: rat.XLSX: is a spreadsheet: save it as csv "));
  EXPECT_THAT(refusal("rat.pkl"), HasSubstr("is never opened: write what is in it by numpy's"));
  EXPECT_THAT(refusal("rat.parquet"), HasSubstr("write it by pandas' to_csv or to_hdf; unknown"));
  for (const std::string inside : {".zgroup", "zarr.json"}) {
    const std::string zarr = folder.path() + "/rat" + inside + ".nwb";
    std::filesystem::create_directory(zarr);
    std::ofstream(zarr + "/" + inside) << "{}";
    EXPECT_THAT(refusal(zarr), HasSubstr(".nwb: is a Zarr folder: write it as one HDF5 file (of "));
  }
}

TEST_F(ReadRecording, ByAnExtensionInCapitals) {
  EXPECT_EQ(read({write("RAT.NPZ", {{"neural", floats({1, 2, 3, 4}, 2)}})}).num_bins(), 2);
}

TEST_F(ReadRecording, ByTheReaderThatTheConfigNames) {
  const std::string path = write("rat.session", {{"neural", floats({1, 2, 3, 4}, 2)}});
  const Recording recording =
      read_recording(with(&RecordingConfig::file, {path},
                          with(&RecordingConfig::reader, ComponentChoice{"numpy/npz"})),
                     *registry)
          .recording;
  EXPECT_EQ(recording.num_channels(), 2);
}

TEST_F(ReadRecording, TellsWhatIsWrongWithEveryFile) {
  EXPECT_EQ(message_of([&] {
              read({"left.npz", "right.npz"});
            }),
            "data.file cannot be used: left.npz: cannot be read: No such file or directory\n"
            "data.file cannot be used: right.npz: cannot be read: No such file or directory");
}

TEST_F(ReadRecording, NamesAFileThatIsNotThere) {
  const std::string path = folder.path() + "/rat.npz";
  EXPECT_EQ(message_of([&] { read({path}); }),
            "data.file cannot be used: " + path + ": cannot be read: No such file or directory");
}

}  // namespace
}  // namespace facet
