#include "framework/writing/write_file.h"

#include <gmock/gmock.h>

#include "facet/warning.h"
#include "framework/data/arrays.h"
#include "framework/data/recording_configs.h"
#include "framework/files/files.h"
#include "framework/plugin_loader/plugin_loader.h"
#include "framework/reading/recording_reader.h"
#include "message_of.h"
#include "temporary_folder.h"

namespace facet {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::IsSupersetOf;

class WriteFile : public ::testing::Test {
 protected:
  /// Signals 2 x 2, a label and an array of the channels.
  FileArrays recording() const {
    return {{"neural", floats({1, 2, 3, 4}, 2)},
            {"trial", integers({7, 8})},
            {"depth", floats({0.5, 1, 2}, 1)}};
  }
  std::string path(const std::string& name) const { return folder.path() + "/" + name; }

  std::unique_ptr<Registry> registry = open_registry();
  TemporaryFolder folder;
  std::vector<std::string> warnings;
  WarningSink sink{[this](const std::string& text) { warnings.push_back(text); }};
};

TEST_F(WriteFile, KnowsTheExtensionsOfAllWriters) {
  EXPECT_THAT(written_extensions(*registry),
              IsSupersetOf({".csv", ".h5", ".hdf5", ".mat", ".npy", ".npz", ".tsv"}));
}

TEST_F(WriteFile, ByTheWriterOfTheExtension) {
  write_file(path("rat.TSV"), {{"neural", floats({1, 2, 3, 4}, 2)}, {"trial", integers({7, 8})}},
             *registry);
  EXPECT_EQ(read_text(path("rat.TSV")), "neural_0\tneural_1\ttrial\n1\t2\t7\n3\t4\t8\n");
  EXPECT_THAT(warnings, IsEmpty());
}

TEST_F(WriteFile, TellsWhatTheFormatCannotHold) {
  write_file(path("rat.csv"), recording(), *registry);
  EXPECT_THAT(warnings, ElementsAre(path("rat.csv") +
                                    ": is written without 'depth': it has 3 rows, the table 2"));
}

TEST_F(WriteFile, TellsOfSeveralThatTheSameIsWrongWithAtOnce) {
  write_file(path("rat.npy"), recording(), *registry);
  EXPECT_THAT(warnings, ElementsAre(path("rat.npy") + ": is written without 'trial', 'depth': " +
                                    "a .npy file holds one array"));
}

/// Each of the formats that hold all of it.
TEST_F(WriteFile, GivesTheSameRecordingInEveryFormat) {
  for (const std::string extension : {"npz", "h5", "hdf5", "mat"}) {
    const std::string file = path("rat." + extension);
    write_file(file, recording(), *registry);
    RecordingConfig config;
    config.file = {file};
    FileArrays arrays = list_files(config, *registry).arrays;
    std::ranges::sort(arrays, {}, &FileArray::name);
    ASSERT_EQ(arrays.size(), 3U) << extension;
    EXPECT_EQ(arrays[0].name(), "depth");
    EXPECT_TRUE(arrays[1].read().equal(floats({1, 2, 3, 4}, 2))) << extension;
    EXPECT_TRUE(arrays[2].read().equal(integers({7, 8}))) << extension;
  }
  EXPECT_THAT(warnings, IsEmpty());
}

TEST_F(WriteFile, NamesTheFileThatCannotBeWritten) {
  for (const std::string& extension : written_extensions(*registry)) {
    const std::string file = path("missing/rat" + extension);
    EXPECT_THAT(message_of([&] { write_file(file, recording(), *registry); }),
                HasSubstr(file + ": cannot be written: No such file or directory"));
  }
}

}  // namespace
}  // namespace facet
