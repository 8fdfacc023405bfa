#include "framework/judging/seed_summary.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "message_of.h"

namespace facet {
namespace {

std::string evaluation(double knn, double linear) {
  return R"({"held_out": true, "decoding": [
    {"facet": [0, 4], "label": "position", "decoder": "knn", "r2": )" +
         std::to_string(knn) + R"(},
    {"facet": [0, 4], "label": "position", "decoder": "linear", "r2": )" +
         std::to_string(linear) + "}]}";
}

TEST(SeedSummary, HasMeanAndStandardDeviationOfEveryFigure) {
  const SeedSummary summary({evaluation(1, 5), evaluation(2, 5), evaluation(6, 5)});
  // (4 + 1 + 9) / 2 = 7
  EXPECT_EQ(summary.to_table(),
            "figure                                 mean   deviation\n"
            "decoding 0:4 position knn r2         3.0000      2.6458\n"
            "decoding 0:4 position linear r2      5.0000      0.0000\n");
}

TEST(SeedSummary, IsAlsoTheEvaluationWithThreeNumbersForOne) {
  const SeedSummary summary({evaluation(1, 5), evaluation(2, 5)});
  const auto json = nlohmann::json::parse(summary.to_json());
  EXPECT_EQ(json["held_out"], true);
  EXPECT_EQ(json["decoding"][0]["decoder"], "knn");
  EXPECT_EQ(json["decoding"][0]["facet"], (std::vector<int>{0, 4}));
  EXPECT_EQ(json["decoding"][0]["r2"]["mean"], 1.5);
  EXPECT_EQ(json["decoding"][0]["r2"]["values"], (std::vector<double>{1, 2}));
}

TEST(SeedSummary, OfOneRunHasNoDeviation) {
  const SeedSummary summary({R"([{"label": "x", "r2": 0.25}])"});
  EXPECT_EQ(summary.to_table(),
            "figure        mean   deviation\n"
            "x r2        0.2500      0.0000\n");
}

TEST(SeedSummary, RefusesRunsOfOtherFigures) {
  EXPECT_EQ(message_of([] {
              SeedSummary({R"({"a": 1})", R"({"b": 1})"});
            }),
            "the runs have other figures than the first, such as 'b'");
  EXPECT_EQ(message_of([] {
              SeedSummary({R"({"a": 1, "b": 2})", R"({"a": 1})"});
            }),
            "the runs have other figures than the first: 'b' is missing");
}

}  // namespace
}  // namespace facet
