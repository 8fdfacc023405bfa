// Of tables that pandas wrote, and R would: data/make_files.py.
#include "facet/npz.h"
#include "plugins/read_arrays.h"

namespace facet {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;
using ::testing::StartsWith;

/// A file of that table, read by the reader of its extension.
ReadFile table(const std::string& name) {
  return read_file(name.substr(name.rfind('.') + 1), PLUGIN_TESTS "/csv/data/" + name);
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
  const auto expected = read_npz(PLUGIN_TESTS "/csv/data/table.npz");
  EXPECT_THAT(file.unreadable,
              ElementsAre(Pair("side", StartsWith("holds text, first 'left' in row 2, column "))));
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
  EXPECT_THAT(file.names, ElementsAre("t", "x", "n"));
  for (const NamedTensor& array : read_npz(PLUGIN_TESTS "/csv/data/missing.npz"))
    expect_same(file.arrays.at(array.name), array);
}

}  // namespace
}  // namespace facet
