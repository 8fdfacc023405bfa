#include "framework/files/format.h"

#include <gtest/gtest.h>

#include "message_of.h"

namespace facet {
namespace {

TEST(Format, OfAFileIsThisOneOrAnOlderOne) {
  EXPECT_EQ(message_of([] { require_format("run.json", file_format); }), "");
  EXPECT_EQ(message_of([] { require_format("run.json", std::nullopt); }),
            "run.json: has no number `format`: it was not written by Facet");
  EXPECT_EQ(message_of([] { require_format("run.json", 2); }),
            "run.json: format is 2, which is newer than this Facet reads (1): use the Facet that "
            "wrote it, or a newer one");
}

TEST(Format, MayBeLeftOutInAFileThatIsWrittenByHand) {
  EXPECT_EQ(message_of([] { require_format(Table{{"steps", 3}}); }), "");
  EXPECT_EQ(message_of([] { require_format(Table{{"format", 1}}); }), "");
  Table newer{{"format", 2}};
  newer.find("format")->where = {"run.toml", 4, 10};
  EXPECT_EQ(message_of([&] { require_format(newer); }),
            "run.toml:4:10: format is 2, which is newer than this Facet reads (1): use the Facet "
            "that wrote it, or a newer one");
}

}  // namespace
}  // namespace facet
