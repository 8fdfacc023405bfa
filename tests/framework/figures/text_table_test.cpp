#include "framework/figures/text_table.h"

#include <gtest/gtest.h>

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

TEST(TextTable, WritesNumbersWithFourDigits) {
  EXPECT_EQ(four_digits(1. / 3), "0.3333");
  EXPECT_EQ(at_most_four_digits(0.25), "0.25");
  EXPECT_EQ(at_most_four_digits(100), "100");
  EXPECT_EQ(at_most_four_digits(std::numeric_limits<double>::infinity()), "inf");
}

}  // namespace
}  // namespace facet
