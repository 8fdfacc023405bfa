#include "framework/report/decoding_table.h"

#include <gmock/gmock.h>

namespace facet {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Figures judgement(double r2, double pca) {
  const FigurePath row = {{"facet", FeatureRange{0, 4}}, {"label", "place"}, {"decoder", "knn"}};
  FigurePath own = {"decoding"}, baseline = {"baselines", "PCA"};
  own.insert(own.end(), row.begin(), row.end());
  baseline.insert(baseline.end(), row.begin(), row.end());
  FigurePath error = own;
  own.push_back("r2");
  error.push_back("median_error_first");
  baseline.push_back("r2");
  FigurePath objective = {"objectives",
                          {"slice", FeatureRange{0, 4}},
                          {"loss", "InfoNCE"},
                          {"objective", std::int64_t{0}}};
  FigurePath bits = objective;
  objective.push_back("value");
  bits.push_back("bits");
  return {{objective, 4.5}, {bits, 1.25}, {own, r2}, {error, 0.1}, {baseline, pca}};
}

TEST(DecodingTable, SetsTheBaselinesBesideTheEmbedding) {
  EXPECT_THAT(decoding_table(summarize({judgement(0.75, 0.5)})),
              ElementsAre(ElementsAre("columns", "label", "decoder", "measure", "embedding", "PCA"),
                          ElementsAre("0:4", "place", "knn", "R²", "0.7500", "0.5000")));
}

/// Of 0.7 and 0.8 the sample's deviation is 0.0707.
TEST(DecodingTable, OfSeveralJudgementsHasMeansAndDeviations) {
  const TableRows rows = decoding_table(summarize({judgement(0.7, 0.5), judgement(0.8, 0.5)}));
  EXPECT_EQ(rows[1][4], "0.7500 ± 0.0707");
  EXPECT_EQ(rows[1][5], "0.5000 ± 0.0000");
}

TEST(DecodingTable, OfNothingIsEmpty) {
  EXPECT_THAT(decoding_table({}), IsEmpty());
  EXPECT_THAT(held_out_table({}), IsEmpty());
}

TEST(HeldOutTable, HasTheLossOfEachObjective) {
  EXPECT_THAT(held_out_table(summarize({judgement(0.7, 0.5)})),
              ElementsAre(ElementsAre("columns", "loss", "objective", "held out", "bits"),
                          ElementsAre("0:4", "InfoNCE", "0", "4.5000", "1.2500")));
}

}  // namespace
}  // namespace facet
