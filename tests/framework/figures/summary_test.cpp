#include "framework/figures/summary.h"

#include <gmock/gmock.h>

#include <cmath>

#include "framework/figures/figures_json.h"

namespace facet {
namespace {

Figures judgement(double knn, double linear) {
  return under({"decoding", {"facet", FeatureRange{0, 4}}},
               {{{{"decoder", "knn"}, "r2"}, knn}, {{{"decoder", "linear"}, "r2"}, linear}});
}

// (4 + 1 + 9) / 2 = 7
TEST(Summary, HasMeanAndStandardDeviationOfEveryFigure) {
  const auto summaries = summarize({judgement(1, 5), judgement(2, 5), judgement(6, 5)});
  EXPECT_EQ("\n" + to_table(summaries), R"(
figure                        mean   deviation
decoding 0:4 knn r2         3.0000      2.6458
decoding 0:4 linear r2      5.0000      0.0000
)");
  EXPECT_EQ(find_value(means(summaries), "decoding 0:4 knn r2"), 3);
}

TEST(Summary, OfOneJudgementHasNoDeviation) {
  EXPECT_EQ(to_table(summarize({{{{"r2"}, 0.25}}})),
            "figure        mean   deviation\n"
            "r2          0.2500      0.0000\n");
}

TEST(Summary, IsAlsoTheJudgementWithThreeNumbersForOne) {
  const Figures figures =
      to_figures(summarize({judgement(1, 5), judgement(2, 5)}), {{"seed", 4}, {"seed", 5}});
  EXPECT_EQ(find_value(figures, "decoding 0:4 knn r2 mean"), 1.5);
  EXPECT_EQ(find_value(figures, "decoding 0:4 linear r2 standard_deviation"), 0);
  EXPECT_EQ(find_value(figures, "decoding 0:4 knn r2 values seed 5"), 2);
  EXPECT_EQ("\n" + to_json(to_figures(summarize({{{{"r2"}, 1, ""}}, {{{"r2"}, 2, ""}}}),
                                      {{"seed", 4}, {"seed", 5}})),
            R"(
{
  "r2": {
    "mean": 1.5,
    "standard_deviation": 0.7071067811865476,
    "values": [
      1.0,
      2.0
    ]
  }
}
)");
}

TEST(Summary, TellsOfHowManyAFigureIsThatNotAllHave) {
  const auto summaries = summarize({{{{"a"}, 1}}, {{{"a"}, 3}, {{"b"}, 2}}, {{{"b"}, 4}}});
  EXPECT_EQ("\n" + to_table(summaries), R"(
figure        mean   deviation
a           2.0000      1.4142  of 2
b           3.0000      1.4142  of 2
)");
  const Figures figures = to_figures(summaries, {{"seed", 0}, {"seed", 1}, {"seed", 2}});
  EXPECT_TRUE(std::isnan(find_value(figures, "b values seed 0").value()));
}

TEST(Summary, KeepsUnits) {
  const auto summaries = summarize({{{{"loss"}, 1, "nats"}}});
  EXPECT_EQ(means(summaries)[0].unit, "nats");
  EXPECT_EQ(to_figures(summaries, {{"seed", 0}})[2].unit, "nats");
}

}  // namespace
}  // namespace facet
