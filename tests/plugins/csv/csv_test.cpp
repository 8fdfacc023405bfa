#include <fstream>

#include "plugins/read_arrays.h"
#include "temporary_folder.h"

namespace facet {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;

class CsvReader : public ::testing::Test {
 protected:
  ReadFile read(const std::string& text) {
    std::ofstream(path, std::ios::binary) << text;
    return read_file("csv", path);
  }
  std::string refusal(const std::string& text) {
    std::ofstream(path, std::ios::binary) << text;
    return refusal_of("csv", path);
  }

  TemporaryFolder folder;
  std::string path = folder.path() + "/rat.csv";
};

TEST_F(CsvReader, NamesColumnsByTheFirstRow) {
  const ReadFile file = read("t,unit_1,unit_2,\"x, in cm\"\n0.5,1,0,-3\n1,2,10,4e2\n");
  EXPECT_THAT(file.names, ElementsAre("t", "unit_1", "unit_2", "x, in cm"));
  auto arrays = file.arrays;
  EXPECT_TRUE(arrays["t"].equal(at::tensor({.5, 1.}, at::kDouble)));
  EXPECT_TRUE(arrays["unit_2"].equal(at::tensor({0, 10}, at::kLong)));
  EXPECT_TRUE(arrays["x, in cm"].equal(at::tensor({-3., 400.}, at::kDouble)));
}

TEST_F(CsvReader, IsExactForLargeIntegers) {
  const at::Tensor stamps = read("t\n9007199254740993\n+9007199254740995\n").arrays["t"];
  EXPECT_TRUE(stamps.equal(at::tensor({9007199254740993L, 9007199254740995L}, at::kLong)));
}

TEST_F(CsvReader, TakesTrueAndFalseForOneAndZero) {
  const ReadFile file = read("still\nTrue\nfalse\n");
  EXPECT_TRUE(file.arrays.at("still").equal(at::tensor({1, 0}, at::kLong)));
}

TEST_F(CsvReader, TakesAnEmptyCellForNan) {
  const at::Tensor x = read("x,y\n1,1\n,1\nnan,1\n2.5,1\n").arrays["x"];
  EXPECT_TRUE(x.isnan().equal(at::tensor({0, 1, 1, 0}, at::kInt).to(at::kBool)));
  EXPECT_EQ(x[3].item<double>(), 2.5);
}

TEST_F(CsvReader, TakesWindowsLinesAByteOrderMarkAndNoLastEndOfLine) {
  const ReadFile file = read("\xEF\xBB\xBFx,y\r\n1,2\r\n3,4");
  EXPECT_THAT(file.names, ElementsAre("x", "y"));
  EXPECT_TRUE(file.arrays.at("y").equal(at::tensor({2, 4}, at::kLong)));
}

// libcsv leaves empty lines out: in one column a missing value would be a row too few.
TEST_F(CsvReader, RefusesAnEmptyLineInASingleColumn) {
  EXPECT_EQ(
      refusal("pos\n1\n\n2\n"),
      ": line 3 is empty: in a file of one column that can be an empty cell or nothing; write "
      "nan for what is missing");
  EXPECT_THAT(refusal("pos\r\n1\r\n\r\n2\r\n"), ::testing::StartsWith(": line 3 is empty: "));
  EXPECT_EQ(read("pos\n1\n2\n\n\n").arrays["pos"].size(0), 2) << "at the end it is nothing";
  EXPECT_EQ(read("pos,x\n1,1\n\n2,2\n").arrays["pos"].size(0), 2);
}

TEST_F(CsvReader, SaysWhichColumnsHoldText) {
  const ReadFile file = read("x,side\n1,0\n2,left\n3,right\n");
  EXPECT_THAT(file.names, ElementsAre("x"));
  EXPECT_THAT(file.unreadable,
              ElementsAre(Pair("side",
                               "holds text, first 'left' in row 3: cells must be numbers, those of "
                               "classes too, and what is missing an empty cell")));
}

TEST_F(CsvReader, SaysWhichNumbersCannotBeKept) {
  EXPECT_THAT(read("id,x\n1,1\n9223372036854775808,2\n").unreadable,
              ElementsAre(Pair("id",
                               "holds '9223372036854775808' in row 3, an integer of 2^63 or "
                               "more")));
  EXPECT_THAT(read("x,y\n1,1\n1e400,2\n").unreadable,
              ElementsAre(Pair("x", "holds '1e400' in row 3, which no float64 can be")));
}

TEST_F(CsvReader, SaysThatATableIsInAnotherEncoding) {
  EXPECT_EQ(refusal(std::string("\xFF\xFEx\0,\0y\0\n\0", 10)),
            ": is written in UTF-16: save it in UTF-8 (Excel: \"CSV UTF-8\")");
}

TEST_F(CsvReader, RefusesWhatIsNoTable) {
  EXPECT_EQ(refusal("x,y\n1,2\n3\n"),
            ": row 3 has 1 cells, the first row names 2 columns: the first row is that of the "
            "names, and each has a cell for every one");
  EXPECT_EQ(refusal("x,2\n3,4\n"),
            ": the first row must name every column, but has the number 2 in column 2: write "
            "names, such as unit_1");
  EXPECT_EQ(refusal("x,y\n"), ": has no row of values under the names");
  EXPECT_EQ(refusal("x,y\n1,\"2\n3,4\n"),
            ": row 2 has a quotation mark that is not closed, or stands within a cell");
  EXPECT_EQ(refusal("x,y\n1,2\n3,4\"5\n"),
            ": row 3 has a quotation mark that is not closed, or stands within a cell");
  EXPECT_EQ(refusal(""), ": is empty");
}

// pandas' to_csv() as it is by default.
TEST_F(CsvReader, LeavesAColumnWithoutANameAlone) {
  const ReadFile file = read(",x,y\n0,1,2\n1,3,4\n");
  EXPECT_THAT(file.names, ElementsAre("x", "y"));
  EXPECT_THAT(file.unreadable, ElementsAre(Pair("", "has no name in the first row")));
}

TEST_F(CsvReader, SaysHowTablesOfOtherProgramsAreWritten) {
  EXPECT_EQ(refusal("x;y\n0,5;2\n"),
            ": columns must be separated by commas, and decimals by points (pandas: sep=\",\", "
            "decimal=\".\")");
  EXPECT_EQ(refusal("scorer,DLC_net,DLC_net\nbodyparts,nose,nose\ncoords,x,y\n0,1,2\n"),
            ": is a table of DeepLabCut, whose first three rows are names: write one row of them "
            "(pandas: df.columns = [\"_\".join(c[1:]) for c in df.columns]; df.to_csv(...))");
}

}  // namespace
}  // namespace facet
