// Of tables that pandas wrote, and R would: data/make_files.py.
#include "facet/npz.h"
#include "plugins/read_arrays.h"

namespace facet {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::string path_of(const std::string& name) {
  return plugin_tests() + "/csv/data/" + name;
}

std::string reader_of(const std::string& name) {
  return name.substr(name.rfind('.') + 1);
}

/// A file of that table, read by the reader of its extension.
ReadFile table(const std::string& name) {
  return read_file(reader_of(name), path_of(name));
}

/// Type and values, NaN where NaN is expected.
void expect_same(const at::Tensor& values, const NamedTensor& expected) {
  EXPECT_EQ(values.scalar_type(), expected.tensor.scalar_type()) << expected.name;
  EXPECT_TRUE(at::allclose(values.to(at::kDouble), expected.tensor.to(at::kDouble), 0, 0, true))
      << expected.name;
}

class Tables : public testing::TestWithParam<const char*> {};

TEST_P(Tables, AreReadAsTheyWereWritten) {
  ReadFile file = table(GetParam());
  const auto expected = read_npz(plugin_tests() + "/csv/data/table.npz");
  const FileArray side = listed(reader_of(GetParam()), path_of(GetParam()), "side");
  std::vector<std::string> sides;
  for (int row = 0; row < 40; ++row) sides.push_back(row % 2 ? "right" : "left");
  EXPECT_EQ(texts(side), sides);
  EXPECT_THAT(file.unreadable, IsEmpty());
  EXPECT_EQ(listed(reader_of(GetParam()), path_of(GetParam()), "position (m)").facts().unit, "m");
  file.arrays.erase("side");
  for (const NamedTensor& array : expected) {
    ASSERT_TRUE(file.arrays.contains(array.name)) << array.name;
    expect_same(file.arrays[array.name], array);
  }
  if (file.arrays.contains("index")) file.arrays.erase("index");
  EXPECT_EQ(file.arrays.size(), expected.size());
}

INSTANTIATE_TEST_SUITE_P(Of, Tables,
                         testing::Values("plain.csv", "default.csv", "table.tsv", "european.csv",
                                         "quoted.csv", "bom_crlf.csv", "tabs.txt",
                                         "r_write_csv.csv", "r_write_csv2.csv",
                                         "r_write_table.txt"));

TEST(TablesWithAnIndex, CallItIndex) {
  const at::Tensor rows = at::arange(40, at::kLong);
  EXPECT_TRUE(table("default.csv").arrays["index"].equal(rows));
  for (const char* name : {"r_write_csv.csv", "r_write_csv2.csv", "r_write_table.txt"})
    EXPECT_TRUE(table(name).arrays["index"].equal(rows.add(1))) << name;
  EXPECT_EQ(table("table.tsv").arrays.count("index"), 0);
}

TEST(TablesWithMissingValues, HaveNanForEachSpelling) {
  const ReadFile file = table("missing.csv");
  EXPECT_THAT(file.names, ElementsAre("t", "x", "n", "side"));
  std::vector<std::string> sides;
  for (int row = 0; row < 16; ++row) sides.insert(sides.end(), {row % 2 ? "right" : "left", ""});
  EXPECT_EQ(texts(listed("csv", path_of("missing.csv"), "side")), sides);
  for (const NamedTensor& array : read_npz(plugin_tests() + "/csv/data/missing.npz"))
    expect_same(file.arrays.at(array.name), array);
}

}  // namespace
}  // namespace facet
