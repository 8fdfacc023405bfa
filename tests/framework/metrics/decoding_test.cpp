#include "framework/metrics/decoding.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>
#include <gmock/gmock.h>

#include <algorithm>
#include <limits>
#include <map>

#include "framework/metrics/metrics_data.h"

namespace facet {
namespace {

std::vector<DecodingScore> decode_track(const std::vector<FeatureRange>& facets) {
  const LinearTrack track;
  return decode_facets(track.embedding, facets, track.labels, track.rows);
}

struct Figures {
  FeatureRange facet;
  std::string decoder;
  double r2, r2_first, median_error_first, median_distance;
};

// By scikit-learn's KNeighborsRegressor and LinearRegression in Python.
TEST(DecodeFacets, AgreesWithScikitLearnOnARecording) {
  const Figures figures[] = {{{0, 8}, "knn", 0.532711, 0.655506, 0.051530, 0.080029},
                             {{0, 8}, "linear", 0.339079, 0.398899, 0.113528, 0.149209},
                             {{0, 8}, "linear-cosine", 0.485389, 0.596021, 0.075386, 0.090494},
                             {{4, 8}, "knn", -0.101620, -0.182449, 0.172727, 0.210740},
                             {{4, 8}, "linear", -0.110396, -0.230752, 0.191101, 0.229291},
                             {{4, 8}, "linear-cosine", -0.107662, -0.219478, 0.199618, 0.213847}};
  const auto scores = decode_track({{0, 8}, {4, 8}});
  for (const Figures& expected : figures) {
    const auto score = std::find_if(scores.begin(), scores.end(), [&](const DecodingScore& s) {
      return s.facet == expected.facet && s.label == "position" && s.decoder == expected.decoder;
    });
    ASSERT_NE(score, scores.end());
    EXPECT_NEAR(score->r2.value(), expected.r2, 2e-6);
    EXPECT_NEAR(score->r2_first.value(), expected.r2_first, 2e-6);
    EXPECT_NEAR(score->median_error_first.value(), expected.median_error_first, 2e-6);
    EXPECT_NEAR(score->median_distance.value(), expected.median_distance, 2e-6);
    EXPECT_FALSE(score->accuracy.has_value());
  }
}

TEST(DecodeFacets, OfClassesGivesTheAccuracyAlone) {
  std::vector<double> accuracies;
  for (const DecodingScore& score : decode_track({{0, 8}})) {
    if (score.label != "direction") continue;
    EXPECT_FALSE(score.r2 || score.r2_first || score.median_error_first || score.median_distance);
    accuracies.push_back(score.accuracy.value());
  }
  // knn with 25 and 9 neighbours, linear, linear-cosine, logistic by scikit-learn
  const double expected[] = {73. / 83, 73. / 83, 68. / 83, 72. / 83, 70. / 83};
  EXPECT_THAT(accuracies, testing::Pointwise(testing::DoubleNear(1e-12), expected));
}

// scikit-learn's KNeighborsRegressor(9), and Ridge and Lasso by GridSearchCV.
TEST(DecodeFacets, ChoosesOnTheTrainingRowsAlone) {
  const std::map<std::string, std::pair<double, double>> expected = {
      {"knn-validated", {9, 0.531177}}, {"ridge", {1, 0.349018}}, {"lasso", {1e-3, 0.352435}}};
  int seen = 0;
  for (const DecodingScore& score : decode_track({{0, 8}})) {
    const auto found = expected.find(score.decoder);
    if (score.label != "position" || found == expected.end()) continue;
    EXPECT_NEAR(score.chosen.value(), found->second.first, 1e-12) << score.decoder;
    EXPECT_NEAR(score.r2.value(), found->second.second, 2e-6) << score.decoder;
    ++seen;
  }
  EXPECT_EQ(seen, 3);
}

// scikit-learn on four blocks without the three rows beside each: means over the folds.
TEST(DecodeFacets, ByCrossValidationAveragesOverTheFolds) {
  const LinearTrack track;
  const auto scores =
      decode_facets(track.embedding, {{0, 8}}, track.labels, blocked_folds(413, 4, 3));
  const auto merit = [&](const std::string& label, const std::string& decoder) {
    for (const DecodingScore& score : scores)
      if (score.label == label && score.decoder == decoder) return score.merit();
    return -1.0;
  };
  EXPECT_NEAR(merit("position", "knn"), 0.622131, 2e-6);
  EXPECT_NEAR(merit("position", "linear"), 0.436718, 2e-6);
  EXPECT_NEAR(merit("direction", "knn"), 0.898338, 2e-6);
}

const double nan = std::numeric_limits<double>::quiet_NaN();

/// y = 2 x exactly, on ten bins.
Labels line(at::Tensor y = at::arange(10, at::kDouble) * 2) {
  return Labels(10, {{"y", LabelKind::continuous, y.view({10, 1})}});
}

TEST(DecodeFacets, LeavesOutRowsThatAreNotKnown) {
  const at::Tensor x = at::arange(10, at::kFloat).view({10, 1});
  x[1][0] = nan;
  x[8][0] = nan;
  const at::Tensor y = at::arange(10, at::kDouble) * 2;
  y[2] = nan;
  y[9] = nan;
  const auto scores = decode_facets(x, {{0, 1}}, line(y), {range(0, 6), range(6, 10)});
  ASSERT_GT(scores.size(), 2);
  EXPECT_EQ(scores[2].decoder, "linear");
  EXPECT_NEAR(scores[2].r2.value(), 1, 1e-9);
  EXPECT_NEAR(scores[2].median_distance.value(), 0, 1e-9);
}

TEST(DecodeFacets, IsSilentAboutALabelWithoutAnythingToFitOrJudge) {
  const at::Tensor x = at::arange(10, at::kFloat).view({10, 1});
  const at::Tensor y = at::arange(10, at::kDouble) * 2;
  y.slice(0, 6).fill_(nan);
  EXPECT_TRUE(decode_facets(x, {{0, 1}}, line(y), {range(0, 6), range(6, 10)}).empty());
  EXPECT_TRUE(decode_facets(x, {{0, 1}}, line(), {range(0, 0), range(6, 10)}).empty());
}

// Trials are numbered: those that are held out were never seen.
TEST(DecodeFacets, IsSilentAboutClassesThatCouldNotBeLearned) {
  const at::Tensor x = at::arange(10, at::kFloat).view({10, 1});
  const Labels numbered(10, {{"trial", LabelKind::discrete, range(0, 10)}});
  EXPECT_TRUE(decode_facets(x, {{0, 1}}, numbered, {range(0, 5), range(5, 10)}).empty());
}

TEST(DecodeFacets, TakesTheMiddleOfAnEvenNumberOfErrors) {
  const at::Tensor x = at::zeros({10, 1});
  const at::Tensor y = at::tensor({0., 0., 0., 0., 0., 0., 1., 2., 4., 9.}, at::kDouble);
  const auto scores = decode_facets(x, {{0, 1}}, line(y), {range(0, 6), range(6, 10)});
  EXPECT_EQ(scores.at(0).median_error_first, 3);
}

}  // namespace
}  // namespace facet
