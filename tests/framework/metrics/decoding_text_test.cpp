#include <gmock/gmock.h>

#include "framework/metrics/decoding.h"

namespace facet {
namespace {

std::vector<DecodingScore> some_scores() {
  DecodingScore position;
  position.facet = {0, 8};
  position.label = "position";
  position.decoder = "knn";
  position.r2 = 0.5;
  position.r2_first = -0.25;
  position.median_error_first = 0.0435;
  position.median_distance = 12.5;
  position.chosen = 9;
  DecodingScore trial;
  trial.facet = {4, 8};
  trial.label = "trial";
  trial.decoder = "linear";
  trial.accuracy = 1;
  return {position, trial};
}

TEST(DecodingTable, HasALineForEachScore) {
  EXPECT_EQ("\n" + to_table(some_scores()), R"(
facet  label     decoder      R2  R2 (1st)  median error (1st)  median distance  accuracy  chosen
0:8    position  knn      0.5000   -0.2500              0.0435          12.5000                 9
4:8    trial     linear                                                            1.0000
)");
}

TEST(DecodingTable, HasAColumnForEachBaseline) {
  auto worse = some_scores();
  worse[0].r2 = 0.25;
  worse.pop_back();
  EXPECT_EQ("\n" + to_table({some_scores()[0]}, {{"PCA", worse}, {"untrained", {}}}), R"(
facet  label     decoder      R2  R2 (1st)  median error (1st)  median distance  accuracy  chosen     PCA  untrained
0:8    position  knn      0.5000   -0.2500              0.0435          12.5000                 9  0.2500
)");
}

}  // namespace
}  // namespace facet
