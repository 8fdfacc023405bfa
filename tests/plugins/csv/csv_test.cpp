#include <fstream>

#include "facet/warning.h"
#include "plugins/read_arrays.h"
#include "temporary_folder.h"

namespace facet {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;

class CsvReader : public ::testing::Test {
 protected:
  ReadFile read(const std::string& text, Table options = {}) {
    std::ofstream(path, std::ios::binary) << text;
    return read_file("csv", path, std::move(options));
  }
  /// Why the column `x` cannot be read.
  std::string why_unreadable(const std::string& text) { return read(text).unreadable["x"]; }
  std::vector<std::string> texts_of(const std::string& text, const std::string& column,
                                    Table options = {}) {
    std::ofstream(path, std::ios::binary) << text;
    return texts(listed("csv", path, column, std::move(options)));
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

TEST_F(CsvReader, TakesTrueAndFalseForBooleans) {
  auto arrays = read("still,up,moved\nTrue,T,TRUE\nfalse,F,\n").arrays;
  const at::Tensor expected = at::tensor({1, 0}, at::kInt).to(at::kBool);
  EXPECT_TRUE(arrays["still"].equal(expected));
  EXPECT_TRUE(arrays["up"].equal(expected));
  EXPECT_EQ(arrays["moved"][0].item<double>(), 1) << "with a missing one it is of float64";
  EXPECT_TRUE(arrays["moved"][1].isnan().item<bool>());
  EXPECT_EQ(
      why_unreadable("x,y\n1,1\nTrue,2\n"),
      "holds 'True' in row 3, column 1 among numbers: write 1 and 0, or true and false alone");
}

TEST_F(CsvReader, TakesAnEmptyCellForNan) {
  const at::Tensor x = read("x,y\n1,1\n,1\nnan,1\n2.5,1\n").arrays["x"];
  EXPECT_TRUE(x.isnan().equal(at::tensor({0, 1, 1, 0}, at::kInt).to(at::kBool)));
  EXPECT_EQ(x[3].item<double>(), 2.5);
}

TEST_F(CsvReader, TakesForMissingWhatItsOptionLists) {
  const std::string text = "x,side\n1,-999\n,NA\nlost,3\n";
  EXPECT_THAT(texts_of(text, "x"), ElementsAre("1", "", "lost"));
  const ReadFile file = read(text, {{"missing", Value(Value::List{"lost", "-999"})}});
  EXPECT_TRUE(file.arrays.at("x").isnan().equal(at::tensor({0, 1, 1}, at::kInt).to(at::kBool)));
  EXPECT_THAT(texts_of(text, "side", {{"missing", Value(Value::List{"lost", "-999"})}}),
              ElementsAre("", "NA", "3"))
      << "the list replaces the usual one";
}

// pandas writes -999 as -999.0 where other numbers of the column have a point, numpy as -9.99e+02.
TEST_F(CsvReader, TakesForMissingTheSameNumberHoweverItIsWritten) {
  const Table options = {{"missing", Value(Value::List{"-999", "1.5", "9007199254740993", "T"})}};
  const ReadFile file = read(
      "x,n,large,yes\n-999.0,-999,9007199254740992,1\n-9.990e+02,+1.5,9007199254740993,2\n"
      "-999.5,-0999,9007199254740995,3\n01.50,999,1,4\n",
      options);
  const auto missing = [&](const char* name) { return file.arrays.at(name).isnan(); };
  EXPECT_TRUE(missing("x").equal(at::tensor({1, 1, 0, 1}, at::kInt).to(at::kBool)));
  EXPECT_TRUE(missing("n").equal(at::tensor({1, 1, 1, 0}, at::kInt).to(at::kBool)));
  EXPECT_EQ(file.unreadable.at("large"),
            "holds '9007199254740995' in row 4, column 3, which no float64 can be, and a missing "
            "value in row 3, column 3: a column of both would be one of float64");
  EXPECT_TRUE(file.arrays.at("yes").equal(at::tensor({1, 2, 3, 4}, at::kLong)));
  EXPECT_THAT(texts_of("x;y\n-999,0;left\n0,5;-999\n", "y", options), ElementsAre("left", ""));
  EXPECT_TRUE(read("x;y\n-999,0;1\n0,5;2\n", options).arrays["x"][0].isnan().item<bool>());
}

TEST_F(CsvReader, ReadsWhatIsAskedForWhenItIsAskedFor) {
  std::ofstream(path) << "x,y\n1,2\n";
  const FileArray x = listed("csv", path, "x");
  EXPECT_FALSE(x.in_memory());
  for (const char* other : {"x,y\n3,4\n5,6\n", "x,y\n", "x,y\nleft,4\n", "x,y\n1.5,4\n"}) {
    std::ofstream(path) << other;
    EXPECT_EQ(without(path, error_of([&] { x.read(); })), ": has changed since it was opened")
        << other;
  }
  std::ofstream(path) << "x,y\n3,4\n";
  EXPECT_EQ(x.read().item<std::int64_t>(), 3);
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

// More than is read at once: 9.6 MB.
TEST_F(CsvReader, ReadsManyColumnsInAnyOrder) {
  constexpr std::int64_t num_rows = 60000, num_columns = 20;
  std::string text;
  for (int i = 0; i < num_columns; ++i) text += (i ? ",x" : "x") + std::to_string(i);
  for (std::int64_t row = 0; row < num_rows; ++row)
    for (std::int64_t i = 0; i < num_columns; ++i)
      text += (i ? "," : "\n") + std::to_string((7 * row + i) % 10);
  std::ofstream(path) << text;
  const FileArrays columns = make<Reader>("csv")->list(path);
  for (const std::int64_t i : {19, 0, 7, 18, 7, 1, 2}) {
    const at::Tensor expected = at::arange(num_rows, at::kLong).mul(7).add(i).remainder(10);
    EXPECT_TRUE(columns.at(static_cast<std::size_t>(i)).read().equal(expected)) << i;
  }
}

TEST_F(CsvReader, TakesWordsForClasses) {
  std::ofstream(path) << "x,side\n1,right\n2,\n3,left\n4,\"right\"\n5,NA\n";
  const FileArray side = listed("csv", path, "side");
  ASSERT_TRUE(side.is_text());
  EXPECT_THAT(side.shape(), ElementsAre(5));
  const TextValues text = side.read_text();
  EXPECT_THAT(text.classes, ElementsAre("left", "right"));
  EXPECT_TRUE(text.codes.equal(at::tensor({1, -1, 0, 1, -1}, at::kLong)));
}

TEST_F(CsvReader, KeepsWordsAsTheyAre) {
  EXPECT_THAT(texts_of("t;x\n0;\" a,\"\"b\"\" \"\n1;\u03b1\n2;true\n3;1,5\n", "x"),
              ElementsAre(" a,\"b\" ", "\u03b1", "true", "1,5"));
}

TEST_F(CsvReader, TellsOfWordsAmongNumbers) {
  std::string warning;
  const WarningSink sink([&](const std::string& text) { warning = text; });
  const std::vector<std::string> read_words = texts_of("t,x\n0,1\n1,1.5 m\n2,3\n", "x");
  const std::string told = warning;
  warning.clear();
  texts_of("t,x\n0,one\n1,two\n", "x");
  EXPECT_THAT(read_words, ElementsAre("1", "1.5 m", "3"));
  EXPECT_EQ(without(path, told),
            ": 'x' is text: '1.5 m' in row 3, column 2 is no number (what is missing is empty, NA "
            "or listed by the reader's option `missing`)");
  EXPECT_EQ(warning, "");
}

// With the other columns, which are read in the same go.
TEST_F(CsvReader, RefusesTextThatIsNoClass) {
  constexpr int num_rows = 1000001;
  std::string text = "x,id,name\n";
  for (int row = 0; row < num_rows; ++row)
    text += "1,r" + std::to_string(row) + (row == 7 ? ",caf\xE9\n" : ",a\n");
  std::ofstream(path, std::ios::binary) << text;
  EXPECT_EQ(listed("csv", path, "x").read().sum().item<std::int64_t>(), num_rows);
  EXPECT_EQ(refusal_of("csv", path, "id"),
            ": 'id' has more than 1000000 different texts: it is no class");
  EXPECT_EQ(refusal_of("csv", path, "name"),
            ": 'name' holds bytes that are not UTF-8, first in 'caf?': save the file in UTF-8");
}

TEST_F(CsvReader, FindsUnitsInNames) {
  std::ofstream(path) << "position (m),speed [cm/s],side (left],x(2),(m),t\n1,2,3,4,5,6\n";
  const FileArrays arrays = make<Reader>("csv")->list(path);
  std::vector<std::string> units;
  for (const FileArray& array : arrays) units.push_back(array.facts().unit);
  EXPECT_THAT(units, ElementsAre("m", "cm/s", "", "", "", ""));
  EXPECT_EQ(arrays[0].name(), "position (m)");
}

TEST_F(CsvReader, SaysWhichNumbersCannotBeKept) {
  EXPECT_EQ(why_unreadable("x,y\n1,1\n9223372036854775808,2\n"),
            "holds '9223372036854775808' in row 3, column 1, an integer of 2^63 or more");
  EXPECT_EQ(why_unreadable("x,y\n1,1\n1e400,2\n"),
            "holds '1e400' in row 3, column 1, which no float64 can be");
  EXPECT_EQ(why_unreadable("x,y\n9007199254740993,1\nNA,2\n"),
            "holds '9007199254740993' in row 2, column 1, which no float64 can be, and a missing "
            "value in row 3, column 1: a column of both would be one of float64");
  EXPECT_EQ(why_unreadable("x,y\n9007199254740993,1\n0.5,2\n"),
            "holds '9007199254740993' in row 2, column 1, which no float64 can be, and numbers "
            "that are not whole: a column of both would be one of float64");
  const at::Tensor even = read("x,y\n9007199254740994,1\nNA,2\n").arrays["x"];
  EXPECT_EQ(even[0].item<double>(), 9007199254740994.);
}

TEST_F(CsvReader, TellsOfThousandsThatAreSeparated) {
  const std::string told = " in row 2, column 2: thousands must not be separated, write 1234.5";
  EXPECT_EQ(why_unreadable("t,x\n0,\"1,234.5\"\n1,\"2,000.0\"\n"), "holds '1,234.5'" + told);
  EXPECT_EQ(why_unreadable("t;x\n0;1.234,5\n1;2.000,0\n"), "holds '1.234,5'" + told);
  EXPECT_EQ(why_unreadable("t,x\n0,\"1,234,567\"\n"), "holds '1,234,567'" + told);
}

TEST_F(CsvReader, TellsOfCommasThatMayBeNoDecimalSigns) {
  const std::string told =
      " in row 2, column 2, with a comma: it is a decimal sign where columns are separated by ; or "
      "tabs, some number cannot have it for another reason (as 0,5) and none has a point; "
      "thousands must not be separated";
  EXPECT_EQ(why_unreadable("t,x\n0,\"0,5\"\n"), "holds '0,5'" + told);
  const ReadFile both = read("t;x\n0.5;1,234\n0.7;2\n");
  EXPECT_EQ(both.unreadable.at("x"), "holds '1,234'" + told);
  EXPECT_TRUE(both.arrays.at("t").equal(at::tensor({.5, .7}, at::kDouble)));
  EXPECT_EQ(why_unreadable("t\tx\n0\t1,234\n1\t987\n"), "holds '1,234'" + told);
  EXPECT_TRUE(
      read("t\tx\n0,5\t1,234\n1\t987\n").arrays["x"].equal(at::tensor({1.234, 987.}, at::kDouble)));
  for (const char* sure : {"0,123", "1234,567", "1,23"})
    EXPECT_EQ(read(std::string("t;x\n0;") + sure + "\n").names.size(), 2) << sure;
}

// Commas stand in the names and as decimal signs, one in each row.
TEST_F(CsvReader, FindsTheSeparatorWithWhichThereAreMostNumbers) {
  const ReadFile semicolons = read("x, cm;y, cm;n\n0,5;1,5;left, right\n1,5;2,5;left\n");
  EXPECT_THAT(semicolons.names, ElementsAre("x, cm", "y, cm", "n"));
  EXPECT_TRUE(semicolons.arrays.at("y, cm").equal(at::tensor({1.5, 2.5}, at::kDouble)));
  EXPECT_THAT(read("t,\tx\n0,\t1\n").names, ElementsAre("t", "x")) << "tabs for the eye";
  EXPECT_THAT(read("t   x\n 0    1\n10   20\n").names, ElementsAre("t", "x"))
      << "several blanks are one";
  EXPECT_TRUE(read("x y\n0,5 1\n1 2,5\n").arrays["y"].equal(at::tensor({1., 2.5}, at::kDouble)))
      << "a comma in each row";
  EXPECT_THAT(read("reaction time\n0.5\n1.5\n").names, ElementsAre("reaction time"));
}

TEST_F(CsvReader, TakesOneNameLessForThatOfRowNames) {
  const std::string text = "t,x\na,1,2\nb,3,4\n";
  EXPECT_THAT(read(text).names, ElementsAre("index", "t", "x"));
  EXPECT_THAT(texts_of(text, "index"), ElementsAre("a", "b"));
  EXPECT_EQ(refusal("t,x\n1,2,\n3,4,\n"),
            ": every row but the first ends with a separator: the last cell of each has no name");
  EXPECT_EQ(refusal("x\n0,5\n1,5\n"),
            ": row 2 has 2 cells, the first row names 1 columns: the first row is that of the "
            "names, and each has a cell for every one");
  EXPECT_EQ(refusal("t,x\n1,2,3\n4,5\n"),
            ": row 3 has 2 cells, the first row names 2 columns: the first row is that of the "
            "names, and each has a cell for every one, and one for R's row names");
}

TEST_F(CsvReader, LeavesColumnsOfOneNameToWhoAsksForThem) {
  EXPECT_THAT(read("x,y,x\n1,2,3\n").names, ElementsAre("x", "y", "x"));
}

TEST_F(CsvReader, SaysThatATableIsInAnotherEncoding) {
  EXPECT_EQ(refusal(std::string("\xFF\xFEx\0,\0y\0\n\0", 10)),
            ": is written in UTF-16: save it in UTF-8 (Excel: \"CSV UTF-8\")");
  EXPECT_EQ(refusal(std::string("PK\3\4\0\n", 6)),
            ": is no text, it has bytes that are 0: give it the extension of its format, or save "
            "it as text in UTF-8");
  const ReadFile latin1 = read("t,gr\xF6\xDF\x65\n0,1\n");
  EXPECT_THAT(latin1.names, ElementsAre("t"));
  EXPECT_THAT(latin1.unreadable,
              ElementsAre(Pair(
                  "gr??e", "has bytes in its name that are not UTF-8: save the file in UTF-8")));
}

TEST_F(CsvReader, RefusesWhatIsNoTable) {
  EXPECT_EQ(refusal("x,y\n1,2\n3\n"),
            ": row 3 has 1 cells, the first row names 2 columns: the first row is that of the "
            "names, and each has a cell for every one");
  EXPECT_EQ(refusal("x,2\n3,4\n"),
            ": the first row must name every column, but has the number 2 in column 2: write "
            "names, such as unit_1");
  EXPECT_EQ(refusal("x,y\n"), ": has no row of values under the names");
  const std::string quotation =
      " has a quotation mark that is not closed, or stands within a cell: in a quoted one it is "
      "written twice, as R does with qmethod = \"double\"";
  EXPECT_EQ(refusal("x,y\n1,\"2\n3,4\n"), ": row 2" + quotation);
  EXPECT_EQ(refusal("x,y\n1,2\n3,4\"5\n"), ": row 3" + quotation);
  EXPECT_EQ(refusal(""), ": is empty");
}

TEST_F(CsvReader, CallsTheFirstColumnIndexWhereItHasNoName) {
  const ReadFile file = read(",x,\n0,1,2\n1,3,4\n");
  EXPECT_THAT(file.names, ElementsAre("index", "x"));
  EXPECT_THAT(file.unreadable, ElementsAre(Pair("", "has no name in the first row")));
}

}  // namespace
}  // namespace facet
