#include "framework/charts/decoding_chart.h"

#include <gmock/gmock.h>

#include "framework/charts/drawn.h"
#include "message_of.h"

namespace facet {
namespace {

using ::testing::IsSupersetOf;

Figures judgement(double embedding, double components) {
  const auto of = [](FigurePath path, const char* decoder, double value) {
    path.insert(path.end(),
                {{"facet", FeatureRange{0, 4}}, {"label", "position"}, {"decoder", decoder}, "r2"});
    return Figure{path, value};
  };
  return {of({"decoding"}, "knn", 0.1), of({"decoding"}, "knn-validated", embedding),
          of({"baselines", "PCA"}, "knn-validated", components)};
}

/// Heights of the bars.
std::vector<double> heights(const Drawing& drawing) {
  std::vector<double> found;
  for (const Area& bar : drawn<Area>(drawing)) found.push_back(bar.points[0].y - bar.points[1].y);
  return found;
}

TEST(DecodingChart, HasABarForEachSource) {
  const Drawing drawing = decoding_chart(summarize({judgement(0.8, 0.4)}));
  EXPECT_THAT(texts_in(drawing), IsSupersetOf({"position", "0:4", "R\u00b2", "embedding", "PCA"}));
  const std::vector<double> bars = heights(drawing);
  ASSERT_EQ(bars.size(), 2u);
  EXPECT_NEAR(bars[0], 2 * bars[1], 1e-9);
  EXPECT_TRUE(drawn<Dot>(drawing).empty());
}

TEST(DecodingChart, OfSeveralRunsShowsMeansAndEachRun) {
  const Drawing drawing = decoding_chart(summarize({judgement(0.9, 0.4), judgement(0.7, 0.4)}));
  const std::vector<double> bars = heights(drawing);
  EXPECT_NEAR(bars[0], 2 * bars[1], 1e-9) << "of 0.8 and 0.4";
  EXPECT_EQ(drawn<Dot>(drawing).size(), 4u);
}

TEST(DecodingChart, WithoutLabelsIsRefused) {
  EXPECT_EQ(message_of([] { decoding_chart({}); }), "there is no label that was decoded");
}

}  // namespace
}  // namespace facet
