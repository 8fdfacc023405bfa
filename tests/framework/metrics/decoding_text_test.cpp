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
  DecodingScore trial;
  trial.facet = {4, 8};
  trial.label = "trial";
  trial.decoder = "linear";
  trial.accuracy = 1;
  return {position, trial};
}

TEST(DecodingTable, HasALineForEachScore) {
  EXPECT_EQ("\n" + to_table(some_scores()), R"(
facet  label     decoder      R2  R2 (1st)  median error (1st)  median distance  accuracy
0:8    position  knn      0.5000   -0.2500              0.0435          12.5000
4:8    trial     linear                                                            1.0000
)");
}

TEST(DecodingJson, LeavesOutWhatDoesNotApply) {
  EXPECT_EQ(to_json(some_scores()), R"([
  {
    "facet": [
      0,
      8
    ],
    "label": "position",
    "decoder": "knn",
    "r2": 0.5,
    "r2_first": -0.25,
    "median_error_first": 0.0435,
    "median_distance": 12.5
  },
  {
    "facet": [
      4,
      8
    ],
    "label": "trial",
    "decoder": "linear",
    "accuracy": 1.0
  }
]
)");
}

TEST(DecodingJson, OfNoScoresIsAnEmptyList) {
  EXPECT_EQ(to_json({}), "[]\n");
}

}  // namespace
}  // namespace facet
