#include "framework/report/html.h"

#include <gmock/gmock.h>

namespace facet {
namespace {

using testing::HasSubstr;

TEST(Html, TextsAreNoMarkup) {
  EXPECT_EQ(html_paragraph("<b> & \"it\""), "<p>&lt;b&gt; &amp; &quot;it&quot;</p>\n");
  EXPECT_THAT(html_table({{"<i>"}}), HasSubstr(">&lt;i&gt;</th>"));
}

TEST(Html, TablesSayWhatIsANumberAndWhatDiffers) {
  const std::string table = html_table({{"facet", "R2"}, {"0:4", "0.5"}, {"4:8", "0.6"}}, 1, {2});
  EXPECT_THAT(table, HasSubstr("<th class=\"text\">facet</th><th class=\"number\">R2</th>"));
  EXPECT_THAT(table, HasSubstr("<tr><td class=\"text\">0:4</td><td class=\"number\">0.5</td>"));
  EXPECT_THAT(table, HasSubstr("<tr class=\"differs\"><td class=\"text\">4:8</td>"));
}

TEST(Html, ASectionCanBeLinkedTo) {
  EXPECT_EQ(html_link("losses", "Losses"), "<a href=\"#losses\">Losses</a>\n");
  EXPECT_EQ(html_section("losses", "Losses", "body"),
            "<section id=\"losses\">\n<h2>Losses</h2>\nbody</section>\n");
}

}  // namespace
}  // namespace facet
