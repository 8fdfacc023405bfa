#include "framework/drawing/raster.h"

#include <gmock/gmock.h>

namespace facet {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

/// Width and height stand in a PNG's first chunk, in bytes 16 to 23.
std::uint32_t number_at(const std::string& png, std::size_t place) {
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < 4; ++i)
    number = number << 8 | static_cast<unsigned char>(png.at(place + i));
  return number;
}

TEST(Png, HasAsManyDotsAsAsked) {
  const std::string png = to_png(Drawing{72, 36, {Dot{{10, 10}}}}, 300);
  EXPECT_THAT(png, StartsWith("\x89PNG\r\n"));
  EXPECT_EQ(number_at(png, 16), 300u);
  EXPECT_EQ(number_at(png, 20), 150u);
}

TEST(Png, ThatIsTooLargeIsRefused) {
  EXPECT_ANY_THROW(to_png(Drawing{1e6, 1e6}, 300));
}

TEST(Png, ShowsWhatIsDrawn) {
  const Drawing empty{72, 72};
  for (const Shape& shape :
       {Shape(Line{{{0, 0}, {72, 72}}}), Shape(Area{{{9, 9}, {40, 9}, {40, 40}}}),
        Shape(Dot{{30, 30}, 5}), Shape(Text{{10, 30}, "loss"}),
        Shape(Image{{0, 0}, 72, 72, 1, 1, {10, 20, 30, 255}})}) {
    EXPECT_NE(to_png(Drawing{72, 72, {shape}}, 72), to_png(empty, 72)) << shape.index();
  }
}

TEST(Pdf, IsAPageOfItsSize) {
  const std::string pdf = to_pdf({120, 80, {Text{{10, 30}, "loss"}}});
  EXPECT_THAT(pdf, StartsWith("%PDF-"));
  EXPECT_THAT(pdf, HasSubstr("/MediaBox [ 0 0 120 80 ]"));
}

}  // namespace
}  // namespace facet
