#include "framework/figures/text_table.h"

#include <gtest/gtest.h>

#include <clocale>
#include <limits>
#include <locale>

namespace facet {
namespace {

TEST(TextTable, AlignsColumnsAndDoesNotPadTheLast) {
  EXPECT_EQ(text_table({{"a", "bb", "c"}, {"aaa", "b", "cc"}}, all_columns, "> "),
            "> a    bb  c\n> aaa  b   cc\n");
}

TEST(TextTable, HasNumbersFlushRight) {
  EXPECT_EQ(text_table({{"a", "value"}, {"bbb", "10"}, {"c"}}, 1), "a    value\nbbb     10\nc\n");
}

/// `1.234,5`
struct Commas : std::numpunct<char> {
  char do_decimal_point() const override { return ','; }
  char do_thousands_sep() const override { return '.'; }
  std::string do_grouping() const override { return "\3"; }
};

TEST(TextTable, WritesNumbersInAnyLocaleTheSameWay) {
  const std::string before = std::setlocale(LC_ALL, nullptr);
  const std::locale streams = std::locale::global(std::locale(std::locale(), new Commas));
  std::setlocale(LC_ALL, "de_DE.UTF-8");  // where the system has it
  EXPECT_EQ(four_digits(1234.5), "1234.5000");
  EXPECT_EQ(digits(0.25, 1), "0.2");
  EXPECT_EQ(digits(-1e300, 0).size(), 302U);
  std::locale::global(streams);
  std::setlocale(LC_ALL, before.c_str());
}

TEST(TextTable, WritesNumbersWithFourDigits) {
  EXPECT_EQ(four_digits(1. / 3), "0.3333");
  EXPECT_EQ(at_most_four_digits(0.25), "0.25");
  EXPECT_EQ(at_most_four_digits(100), "100");
  EXPECT_EQ(at_most_four_digits(std::numeric_limits<double>::infinity()), "inf");
}

TEST(Digits, OfWhatIsNoNumberHaveNoSign) {
  EXPECT_EQ(four_digits(-std::numeric_limits<double>::quiet_NaN()), "nan");
}

}  // namespace
}  // namespace facet
