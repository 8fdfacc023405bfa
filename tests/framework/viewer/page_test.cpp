#include "framework/viewer/page.h"

#include <gmock/gmock.h>

#include <filesystem>

#include "framework/files/files.h"

namespace facet {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string made() {
  return page({"<run> & run", "<h1>header</h1>", "<p>{data}</p>"},
              {{"name", "</script><script>alert(1)</script>"}});
}

TEST(Page, HoldsItsPartsInTheirPlaces) {
  EXPECT_THAT(made(), HasSubstr("<title>&lt;run&gt; &amp; run</title>"));
  EXPECT_THAT(made(), HasSubstr("<header>\n<h1>header</h1></header>"));
  EXPECT_THAT(made(), HasSubstr("<p>{data}</p></main>"));  // no place is filled in what was put in
}

/// A label may be called anything.
TEST(Page, DataDoesNotEndItsElement) {
  EXPECT_THAT(made(),
              HasSubstr("{\"name\":\"\\u003c/script>\\u003cscript>alert(1)\\u003c/script>\"}"));
}

TEST(Page, NeedsNoOtherFile) {
  EXPECT_THAT(made(), Not(HasSubstr("http:")));
  EXPECT_THAT(made(), Not(HasSubstr("https:")));
  EXPECT_THAT(made(), Not(HasSubstr(" src=")));
  EXPECT_THAT(made(), Not(HasSubstr("@import")));
}

TEST(Page, HasEveryScript) {
  for (const auto& file : std::filesystem::directory_iterator(VIEWER_SOURCES)) {
    const std::string kind = file.path().extension();
    if (kind == ".js" || kind == ".css") {
      EXPECT_THAT(made(), HasSubstr(read_text(file.path()))) << file.path();
    }
  }
}

}  // namespace
}  // namespace facet
