// Of tables that pandas wrote, DeepLabCut's among them: data/tables/make_files.py.
#include <filesystem>
#include <fstream>
#include <iterator>

#include "plugins/read_arrays.h"
#include "temporary_folder.h"

namespace facet {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;
using ::testing::StartsWith;

const std::string tables_folder = plugin_tests() + "/hdf5/data/tables/";

FileArray column(const std::string& file, const std::string& name) {
  return listed("h5", tables_folder + file, name);
}

class PandasTables : public testing::TestWithParam<const char*> {};

TEST_P(PandasTables, AreReadByTheNamesOfTheirColumns) {
  expect_what_was_written(tables_folder + GetParam());
}

INSTANTIATE_TEST_SUITE_P(Of, PandasTables,
                         testing::Values("fixed.h5", "fixed_text.h5", "table.h5", "data_columns.h5",
                                         "categories.h5", "series.h5", "series_table.h5",
                                         "two_keys.h5", "dates_fixed.h5", "dates_table.h5",
                                         "rows_of_names_fixed.h5", "rows_of_names_table.h5",
                                         "indices_table.h5"));

TEST(PandasTable, KeepsTheOrderOfItsColumns) {
  for (const char* name : {"table.h5", "data_columns.h5", "categories.h5"}) {
    const ReadFile file = read_file("h5", tables_folder + name);
    EXPECT_THAT(file.names, ElementsAre("t", "position", "trial", "side", "running", "small",
                                        "count", "half", "unit_0", "unit_1", "unit_2"))
        << name;
  }
  EXPECT_THAT(read_file("h5", tables_folder + "fixed.h5").names,
              ElementsAre("t", "position", "trial", "running", "small", "count", "half", "unit_0",
                          "unit_1", "unit_2"));
}

TEST(PandasTable, HasTextForClasses) {
  for (const char* name : {"table.h5", "data_columns.h5", "categories.h5"}) {
    const FileArray side = column(name, "side");
    ASSERT_TRUE(side.is_text()) << name;
    EXPECT_THAT(side.read_text().classes, ElementsAre("left", "right")) << name;
  }
  EXPECT_THAT(column("dates_table.h5", "word").read_text().classes, ElementsAre("b", "α"));
}

TEST(PandasTable, GivesDatesInSeconds) {
  EXPECT_EQ(column("dates_fixed.h5", "when").facts().unit, "s");
  EXPECT_EQ(column("table.h5", "position").facts().unit, "");
}

TEST(PandasTable, LeavesPicklesUnread) {
  EXPECT_THAT(read_file("h5", tables_folder + "fixed_text.h5").unreadable,
              ElementsAre(Pair("side",
                               "is a pickle, which only Python reads: write text by to_hdf(..., "
                               "format=\"table\")")));
  const ReadFile table = read_file("h5", tables_folder + "dates_as_names_table.h5");
  EXPECT_THAT(table.names, ElementsAre("index"));
  EXPECT_THAT(table.unreadable,
              ElementsAre(Pair("values_block_0",
                               "has column names that are a pickle of objects: write df.columns = "
                               "df.columns.astype(str)")));
  EXPECT_THAT(read_file("h5", tables_folder + "dates_as_names_fixed.h5").unreadable,
              ElementsAre(Pair("block0",
                               "has column names that are no text: write df.columns = "
                               "df.columns.astype(str)")));
}

TEST(PandasTable, SaysWhatElseItDoesNotRead) {
  EXPECT_THAT(read_file("h5", tables_folder + "categories.h5").unreadable,
              ElementsAre(Pair("level",
                               "has categories that are no text: write df.astype({\"level\": "
                               "float})")));
  const ReadFile indices = read_file("h5", tables_folder + "indices_fixed.h5");
  EXPECT_THAT(indices.names, ElementsAre("v"));
  EXPECT_THAT(indices.unreadable,
              ElementsAre(Pair("index", "has several columns: write df.reset_index()")));
  EXPECT_THAT(read_file("h5", tables_folder + "blosc.h5").unreadable.at("position"),
              StartsWith("is compressed with filter 32001 (blosc), which this HDF5 library has "
                         "not: "));
}

// More than is read at once would be 8 MB: in any order, and when the reader is gone.
TEST(PandasTable, ReadsItsColumnsInAnyOrder) {
  FileArrays arrays = make<Reader>("h5")->list(tables_folder + "table.h5");
  const auto expected = read_npz(tables_folder + "table.h5.expected.npz");
  for (const std::size_t i : {10, 8, 9, 8, 1}) {
    const auto written =
        std::find_if(expected.begin(), expected.end(),
                     [&](const NamedTensor& array) { return array.name == arrays[i].name(); });
    EXPECT_TRUE(at::allclose(arrays[i].read(), written->tensor, 0, 0, true)) << written->name;
  }
}

TEST(PandasTable, NamesTheFileThatHasChanged) {
  const TemporaryFolder here;
  const std::string path = here.path() + "/rat.h5";
  std::filesystem::copy_file(tables_folder + "table.h5", path);
  const FileArray position = listed("h5", path, "position");
  std::filesystem::copy_file(tables_folder + "series_table.h5", path,
                             std::filesystem::copy_options::overwrite_existing);
  EXPECT_THAT(without(path, error_of([&] { position.read(); })), StartsWith(": 'position' "));
}

class DeepLabCutTables : public testing::TestWithParam<const char*> {};

TEST_P(DeepLabCutTables, GiveAnArrayForEachPart) {
  expect_what_was_written(tables_folder + GetParam());
}

INSTANTIATE_TEST_SUITE_P(Of, DeepLabCutTables,
                         testing::Values("dlc_single.h5", "dlc_multi.h5", "dlc_space.h5",
                                         "dlc_fixed.h5", "dlc_multi_fixed.h5"));

TEST(DeepLabCutTable, LeavesOutWhatIsUnlikelyWhereAskedTo) {
  for (const std::string name :
       {"dlc_single.h5", "dlc_multi.h5", "dlc_fixed.h5", "dlc_multi_fixed.h5"}) {
    const ReadFile file = read_file("h5", tables_folder + name, {{"likelihood", Value(0.6)}});
    for (const NamedTensor& array : read_npz(tables_folder + name + ".likely.expected.npz"))
      EXPECT_TRUE(at::allclose(file.arrays.at(array.name), array.tensor, 0, 0, true)) << array.name;
  }
  EXPECT_THAT(read_file("h5", tables_folder + "dlc_space.h5", {{"likelihood", Value(0.6)}})
                  .unreadable.at("nose"),
              "has no likelihood that the reader's option could be held against");
}

TEST(DeepLabCutTable, SaysThatPlacesInAnImageArePixels) {
  const ArrayFacts nose = column("dlc_multi.h5", "mouse1.nose").facts();
  EXPECT_EQ(nose.role, ArrayRole::samples);
  EXPECT_EQ(nose.unit, "px");
  EXPECT_THAT(nose.columns, ElementsAre("x", "y"));
  EXPECT_EQ(column("dlc_space.h5", "nose").facts().unit, "");
}

}  // namespace
}  // namespace facet
