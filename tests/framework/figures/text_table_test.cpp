#include "framework/figures/text_table.h"

#include <gtest/gtest.h>

#include <clocale>
#include <limits>

namespace facet {
namespace {

TEST(TextTable, AlignsColumnsAndDoesNotPadTheLast) {
  EXPECT_EQ(text_table({{"a", "bb", "c"}, {"aaa", "b", "cc"}}, all_columns, "> "),
            "> a    bb  c\n> aaa  b   cc\n");
}

TEST(TextTable, HasNumbersFlushRight) {
  EXPECT_EQ(text_table({{"a", "value"}, {"bbb", "10"}, {"c"}}, 1), "a    value\nbbb     10\nc\n");
}

TEST(TextTable, WritesNumbersInAnyLocaleTheSameWay) {
  const std::string before = std::setlocale(LC_ALL, nullptr);
  bool has_comma = false;
  for (const char* name : {"de_DE.UTF-8", "fr_FR.UTF-8", "de_DE.utf8", "nl_NL.UTF-8"})
    has_comma = has_comma || (std::setlocale(LC_ALL, name) &&
                              std::string(std::localeconv()->decimal_point) == ",");
  EXPECT_EQ(four_digits(1234.5), "1234.5000");
  EXPECT_EQ(digits(0.25, 1), "0.2");
  EXPECT_EQ(digits(-1e300, 0).size(), 302U);
  std::setlocale(LC_ALL, before.c_str());
  if (!has_comma) GTEST_SKIP() << "there is no locale here with a comma";
}

TEST(TextTable, WritesNumbersWithFourDigits) {
  EXPECT_EQ(four_digits(1. / 3), "0.3333");
  EXPECT_EQ(at_most_four_digits(0.25), "0.25");
  EXPECT_EQ(at_most_four_digits(100), "100");
  EXPECT_EQ(at_most_four_digits(std::numeric_limits<double>::infinity()), "inf");
}

}  // namespace
}  // namespace facet
