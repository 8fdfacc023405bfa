#include "structure/string_literals.h"

#include <gmock/gmock.h>

namespace facet {
namespace {

using testing::ElementsAre;

TEST(StringLiterals, AreFoundOutsideOfComments) {
  EXPECT_THAT(string_literals("f(\"a\", x); // \"b\"\ng(\"c\" /* \"d\" */ \"e\");"),
              ElementsAre("a", "c", "e"));
}

TEST(StringLiterals, MayHoldQuotesAndWhatBeginsAComment) {
  EXPECT_THAT(string_literals(R"(f("a \" // b", '"', "c");)"), ElementsAre("a \\\" // b", "c"));
  EXPECT_THAT(string_literals("x = R\"q(a \"b\" )\")q\"; y = 1'000; z = \"c\";"),
              ElementsAre("a \"b\" )\"", "c"));
}

}  // namespace
}  // namespace facet
