#include "framework/charts/attribution_chart.h"

#include <ATen/ops/tensor.h>
#include <gmock/gmock.h>

#include "framework/charts/drawn.h"

namespace facet {
namespace {

using ::testing::IsSupersetOf;

TEST(AttributionChart, ShowsColumnsByNeurons) {
  // Column 0 depends on neuron 2, column 1 on neuron 0.
  const Drawing drawing =
      attribution_chart(at::tensor({0., 0., 4., 2., 0., 0.}).view({2, 3}), "jf");
  EXPECT_THAT(texts_in(drawing), IsSupersetOf({"jf", "neuron", "column"}));
  const Image map = drawn<Image>(drawing)[0];
  ASSERT_EQ(map.columns, 3);
  ASSERT_EQ(map.rows, 2);
  const auto hex = [&](std::size_t row, std::size_t column) {
    const std::uint8_t* pixel = &map.pixels[4 * (row * 3 + column)];
    return to_hex({pixel[0] / 255., pixel[1] / 255., pixel[2] / 255.});
  };
  EXPECT_EQ(hex(1, 2), to_hex(ramp_colour(1))) << "column 0 is the lower row";
  EXPECT_EQ(hex(0, 0), to_hex(ramp_colour(0.5)));
  EXPECT_EQ(hex(0, 1), to_hex(ramp_colour(0)));
}

}  // namespace
}  // namespace facet
