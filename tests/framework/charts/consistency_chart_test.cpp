#include "framework/charts/consistency_chart.h"

#include <gmock/gmock.h>

#include "framework/charts/drawn.h"

namespace facet {
namespace {

using ::testing::IsSupersetOf;

TEST(ConsistencyChart, IsAMatrixFromRunToRun) {
  Figures figures;
  const double values[] = {1, 0.25, 0.75, 1};
  for (int i = 0; i < 4; ++i)
    figures.push_back({{"facets",
                        {"facet", FeatureRange{0, 4}},
                        "consistency",
                        {"from", i / 2 ? "b" : "a"},
                        {"to", i % 2 ? "b" : "a"}},
                       values[i]});
  figures.push_back({{"facets", {"facet", FeatureRange{0, 4}}, "consistency_mean"}, 0.5});
  const Drawing drawing = consistency_chart(figures);
  EXPECT_THAT(texts_in(drawing),
              IsSupersetOf({"columns 0:4", "1.00", "0.25", "0.75", "1  a", "2  b", "from", "to"}));
  const std::vector<Area> cells = drawn<Area>(drawing);
  ASSERT_EQ(cells.size(), 8u) << "each with a plate for its number";
  EXPECT_EQ(cells[2].ink, Ink(ramp_colour(0.25)));
  EXPECT_GT(cells[2].points[0].x, cells[0].points[0].x) << "to b stands right of to a";
  EXPECT_EQ(cells[2].points[0].y, cells[0].points[0].y);
}

}  // namespace
}  // namespace facet
