#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "framework/judging/evaluate.h"

namespace facet {
namespace {

FigurePath path(const FigurePath& section, const FeatureRange& facet, const std::string& label,
                const std::string& decoder, const std::string& figure) {
  FigurePath whole = section;
  whole.insert(whole.end(), {{"facet", facet}, {"label", label}, {"decoder", decoder}});
  whole.push_back(figure);
  return whole;
}

RunJudgement some_judgement() {
  RunJudgement judgement;
  judgement.held_out = true;
  judgement.figures = {
      {path({"decoding"}, {0, 8}, "position", "knn", "r2"), 0.5},
      {path({"decoding"}, {0, 8}, "position", "knn", "r2_first"), -0.25},
      {path({"decoding"}, {0, 8}, "position", "knn", "median_error_first"), 0.0435},
      {path({"decoding"}, {0, 8}, "position", "knn", "median_distance"), 12.5},
      {path({"decoding"}, {0, 8}, "position", "knn", "chosen"), 9},
      {path({"decoding"}, {4, 8}, "trial", "linear", "accuracy"), 1}};
  return judgement;
}

TEST(JudgementTable, HasALineForEachDecoder) {
  EXPECT_EQ("\n" + to_table(some_judgement()), R"(
facet  label     decoder      R2  R2 (1st)  median error (1st)  median distance  accuracy  chosen
0:8    position  knn      0.5000   -0.2500              0.0435          12.5000                 9
4:8    trial     linear                                                            1.0000
)");
}

TEST(JudgementTable, HasColumnsForBaselinesAndATableOfObjectives) {
  RunJudgement judgement = some_judgement();
  const FigurePath objective = {
      {"slice", FeatureRange{0, 8}}, {"loss", "InfoNCE"}, {"objective", 0}};
  append(
      judgement.figures,
      under({"objectives"}, under(objective, {{{"value"}, 1.25, "nats"}, {{"bits"}, 2, "bits"}})));
  append(judgement.figures,
         {{path({"baselines", "PCA"}, {0, 8}, "position", "knn", "r2"), 0.25},
          {path({"baselines", "untrained"}, {4, 8}, "trial", "linear", "accuracy"), 0.75}});
  EXPECT_EQ("\n" + to_table(judgement), R"(
slice  loss     objective  held-out    bits
0:8    InfoNCE  0            1.2500  2.0000

facet  label     decoder      R2  R2 (1st)  median error (1st)  median distance  accuracy  chosen     PCA  untrained
0:8    position  knn      0.5000   -0.2500              0.0435          12.5000                 9  0.2500
4:8    trial     linear                                                            1.0000                     0.7500
)");
}

TEST(JudgementJson, BeginsWithWhetherItIsOfHeldOutBins) {
  const std::string json = to_json(some_judgement());
  EXPECT_TRUE(json.starts_with("{\n  \"held_out\": true,\n  \"decoding\": [")) << json;
  EXPECT_EQ(nlohmann::json::parse(json)["decoding"][1]["accuracy"], 1);
}

}  // namespace
}  // namespace facet
