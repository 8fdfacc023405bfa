#include "facet/text.h"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace facet
