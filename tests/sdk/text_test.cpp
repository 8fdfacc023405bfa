#include "facet/text.h"

#include <gtest/gtest.h>

#include <limits>
#include <tuple>

#include "facet/error.h"

namespace facet {
namespace {

TEST(Text, JoinsItems) {
  EXPECT_EQ(join({}), "");
  EXPECT_EQ(join({"a"}), "a");
  EXPECT_EQ(join({"a", "", "c"}), "a, , c");
  EXPECT_EQ(join({"a", "b", "c"}, "; "), "a; b; c");
}

TEST(Text, QuotesNames) {
  EXPECT_EQ(quoted({}), "");
  EXPECT_EQ(quoted({"a"}), "'a'");
  EXPECT_EQ(quoted({"a", "b"}), "'a', 'b'");
  EXPECT_EQ(quoted({"a", "b"}, " or "), "'a' or 'b'");
}

TEST(Text, WritesNumbersShort) {
  EXPECT_EQ(number_text(0.1 + 0.2), "0.3");
  EXPECT_EQ(number_text(2.0 / 3, 3), "0.667");
  EXPECT_EQ(number_text(-1e20), "-1e+20");
  EXPECT_EQ(number_text(-std::numeric_limits<double>::quiet_NaN()), "nan");
}

TEST(Text, ShowsWhatATerminalWouldObey) {
  EXPECT_EQ(printable("\x1b[31mred\a"), "\\x1b[31mred\\x07");
  EXPECT_EQ(printable(std::string("cut\0off", 7)), "cut\\x00off");
  EXPECT_EQ(printable("two\nlines\tand \xc3\xa9"), "two\nlines\tand \xc3\xa9");
  EXPECT_EQ(printable("a\u202eb\u009bc\u2066d\u2065"),
            "a\\xe2\\x80\\xaeb\\xc2\\x9bc"
            "\\xe2\\x81\\xa6d\u2065");
  EXPECT_STREQ(Error(std::string("a\0b", 3)).what(), "a\\x00b");
}

// The last two are a control character of two bytes, and a letter.
TEST(MakePlain, PutsQuestionMarksWhereNoLineCanHoldIt) {
  const std::vector<std::tuple<std::string, std::string, std::string>> texts = {
      {"plain", "plain", ""},
      {"a\nb\x7f", "a?b?", "a line break or another control character"},
      {"gr\xfcn", "gr?n", "bytes that are not UTF-8"},
      {"half \xe2\x82", "half ??", "bytes that are not UTF-8"},
      {"a\xc2\x9b"
       "31m",
       "a?31m", "a line break or another control character"},
      {"gr\xc3\xbcn", "gr\xc3\xbcn", ""}};
  for (auto [text, shown, fault] : texts) {
    EXPECT_EQ(make_plain(text), fault) << shown;
    EXPECT_EQ(text, shown);
  }
}

}  // namespace
}  // namespace facet
