#include "framework/drawing/svg.h"

#include <gmock/gmock.h>

namespace facet {
namespace {

using ::testing::HasSubstr;

TEST(Svg, HasTheSizeOfTheDrawing) {
  EXPECT_EQ(to_svg({120, 80.5}),
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"120pt\" height=\"80.5pt\" "
            "viewBox=\"0 0 120 80.5\" font-family=\"Helvetica, Arial, DejaVu Sans, "
            "sans-serif\">\n</svg>\n");
}

TEST(Svg, DrawsLinesAreasAndDots) {
  const std::string svg =
      to_svg({10,
              10,
              {Line{{{0, 1}, {2.125, 3}}, Colour{1, 0, 0}}, Area{{{0, 0}, {1, 0}, {1, 1}}},
               Dot{{4, 5}, 2, Colour{0, 0, 1}}}});
  EXPECT_THAT(svg, HasSubstr("stroke=\"#ff0000\" stroke-width=\"0.75\" points=\"0,1 2.13,3\"/>"));
  EXPECT_THAT(svg, HasSubstr("<polygon fill=\"currentColor\" points=\"0,0 1,0 1,1\"/>"));
  EXPECT_THAT(svg, HasSubstr("<circle fill=\"#0000ff\" cx=\"4\" cy=\"5\" r=\"2\"/>"));
}

TEST(Svg, TextsStayTexts) {
  const std::string svg = to_svg({10, 10, {Text{{3, 4}, "a < b & \"c\"", 7, Anchor::end, true}}});
  EXPECT_THAT(svg, HasSubstr("font-size=\"7\" text-anchor=\"end\" transform=\"translate(3 4) "
                             "rotate(-90)\">a &lt; b &amp; &quot;c&quot;</text>"));
}

TEST(Svg, HoldsItsImages) {
  const std::string svg = to_svg({10, 10, {Image{{1, 2}, 3, 4, 1, 1, {255, 0, 0, 255}}}});
  // How every PNG file begins.
  EXPECT_THAT(svg, HasSubstr("href=\"data:image/png;base64,iVBORw0KGgo"));
}

}  // namespace
}  // namespace facet
