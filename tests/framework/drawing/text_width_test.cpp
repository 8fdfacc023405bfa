#include "framework/drawing/text_width.h"

#include <gtest/gtest.h>

namespace facet {
namespace {

TEST(TextWidths, AreThoseOfLettersNotOfBytes) {
  EXPECT_DOUBLE_EQ(text_width("\u540d\u524d", 7), text_width("ab", 7));
  EXPECT_DOUBLE_EQ(text_width("ab", 14), text_width("abcd", 7));
}

TEST(FittedTexts, StayAsTheyAreWhereThereIsRoom) {
  EXPECT_EQ(fitted("loss", text_width("loss", 7), 7), "loss");
}

TEST(FittedTexts, EndWithAnEllipsisBetweenLetters) {
  EXPECT_EQ(fitted("abcdefgh", text_width("abcd", 7) + 0.1, 7), "abc\u2026");
  EXPECT_EQ(fitted("\u540d\u524d\u540d\u524d", text_width("abc", 7) + 0.1, 7),
            "\u540d\u524d\u2026");
  EXPECT_EQ(fitted("abc", 0, 7), "\u2026");
}

}  // namespace
}  // namespace facet
