#include "framework/metrics/decoding.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>
#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "framework/metrics/metrics_data.h"

namespace facet {
namespace {

Figures decode_track(const std::vector<FeatureRange>& facets) {
  const LinearTrack track;
  return decode_facets(track.embedding, facets, track.labels, {track.rows});
}

struct Expected {
  std::string facet, decoder;
  double r2, r2_first, median_error_first, median_distance;
};

// By scikit-learn's KNeighborsRegressor and LinearRegression in Python.
TEST(DecodeFacets, AgreesWithScikitLearnOnARecording) {
  const Expected all[] = {{"0:8", "knn", 0.532711, 0.655506, 0.051530, 0.080029},
                          {"0:8", "linear", 0.339079, 0.398899, 0.113528, 0.149209},
                          {"0:8", "linear-cosine", 0.485389, 0.596021, 0.075386, 0.090494},
                          {"4:8", "knn", -0.101620, -0.182449, 0.172727, 0.210740},
                          {"4:8", "linear", -0.110396, -0.230752, 0.191101, 0.229291},
                          {"4:8", "linear-cosine", -0.107662, -0.219478, 0.199618, 0.213847}};
  const Figures figures = decode_track({{0, 8}, {4, 8}});
  for (const Expected& expected : all) {
    const std::string path = expected.facet + " position " + expected.decoder + " ";
    EXPECT_NEAR(find_value(figures, path + "r2").value(), expected.r2, 2e-6);
    EXPECT_NEAR(find_value(figures, path + "r2_first").value(), expected.r2_first, 2e-6);
    EXPECT_NEAR(find_value(figures, path + "median_error_first").value(),
                expected.median_error_first, 2e-6);
    EXPECT_NEAR(find_value(figures, path + "median_distance").value(), expected.median_distance,
                2e-6);
    EXPECT_FALSE(find_value(figures, path + "accuracy").has_value());
  }
}

// knn with 25 and 9 neighbours, linear, linear-cosine, logistic by scikit-learn
TEST(DecodeFacets, OfClassesGivesTheAccuracyAlone) {
  const std::vector<std::pair<std::string, double>> expected = {{"knn", 73. / 83},
                                                                {"knn-validated", 73. / 83},
                                                                {"linear", 68. / 83},
                                                                {"linear-cosine", 72. / 83},
                                                                {"logistic", 70. / 83}};
  const Figures figures = within(decode_track({{0, 8}}), "0:8 direction");
  for (const auto& [decoder, accuracy] : expected)
    EXPECT_NEAR(find_value(figures, "0:8 direction " + decoder + " accuracy").value(), accuracy,
                1e-12)
        << decoder;
  EXPECT_EQ(figures.size(), expected.size() + 1) << "and the k that was chosen";
}

// scikit-learn's KNeighborsRegressor(9), and Ridge and Lasso by GridSearchCV.
TEST(DecodeFacets, ChoosesOnTheTrainingRowsAlone) {
  const std::map<std::string, std::pair<double, double>> expected = {
      {"knn-validated", {9, 0.531177}}, {"ridge", {1, 0.349018}}, {"lasso", {1e-3, 0.352435}}};
  const Figures figures = decode_track({{0, 8}});
  for (const auto& [decoder, values] : expected) {
    const std::string path = "0:8 position " + decoder + " ";
    EXPECT_NEAR(find_value(figures, path + "chosen").value(), values.first, 1e-12) << decoder;
    EXPECT_NEAR(find_value(figures, path + "r2").value(), values.second, 2e-6) << decoder;
  }
}

// scikit-learn on four blocks without the three rows beside each: means over the folds.
TEST(DecodeFacets, ByCrossValidationAveragesOverTheFolds) {
  const LinearTrack track;
  const Figures figures =
      decode_facets(track.embedding, {{0, 8}}, track.labels, blocked_folds(413, 4, 3));
  EXPECT_NEAR(find_value(figures, "0:8 position knn r2").value(), 0.622131, 2e-6);
  EXPECT_NEAR(find_value(figures, "0:8 position linear r2").value(), 0.436718, 2e-6);
  EXPECT_NEAR(find_value(figures, "0:8 direction knn accuracy").value(), 0.898338, 2e-6);
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
  const Figures figures = decode(x, line(y), {range(0, 6), range(6, 10)});
  EXPECT_NEAR(find_value(figures, "y linear r2").value(), 1, 1e-9);
  EXPECT_NEAR(find_value(figures, "y linear median_distance").value(), 0, 1e-9);
}

TEST(DecodeFacets, LeavesOutALabelWithoutAnythingToFitOrJudge) {
  const at::Tensor x = at::arange(10, at::kFloat).view({10, 1});
  const at::Tensor y = at::arange(10, at::kDouble) * 2;
  y.slice(0, 6).fill_(nan);
  EXPECT_TRUE(decode(x, line(y), {range(0, 6), range(6, 10)}).empty());
  EXPECT_TRUE(decode(x, line(), {range(0, 0), range(6, 10)}).empty());
}

TEST(DecodeFacets, LeavesTheClockOfTheBinsOut) {
  const at::Tensor x = at::arange(10, at::kFloat).view({10, 1});
  const at::Tensor y = at::arange(10, at::kDouble).view({10, 1});
  const Labels clock(10, {{"bin_time", LabelKind::continuous, y}});
  EXPECT_TRUE(decode(x, clock, {range(0, 6), range(6, 10)}).empty());
  const Labels named_otherwise(10, {{"time", LabelKind::continuous, y}});
  EXPECT_FALSE(decode(x, named_otherwise, {range(0, 6), range(6, 10)}).empty());
}

// Trials are numbered: those that are held out were never seen.
TEST(DecodeFacets, LeavesOutClassesThatCouldNotBeLearned) {
  const at::Tensor x = at::arange(10, at::kFloat).view({10, 1});
  const Labels numbered(10, {{"trial", LabelKind::discrete, range(0, 10)}});
  EXPECT_TRUE(decode(x, numbered, {range(0, 5), range(5, 10)}).empty());
}

TEST(DecodeFacets, TakesTheMiddleOfAnEvenNumberOfErrors) {
  const at::Tensor x = at::zeros({10, 1});
  const at::Tensor y = at::tensor({0., 0., 0., 0., 0., 0., 1., 2., 4., 9.}, at::kDouble);
  const Figures figures = decode(x, line(y), {range(0, 6), range(6, 10)});
  EXPECT_EQ(find_value(figures, "y knn median_error_first"), 3);
}

// Of two columns the first is constant: R2 is that of the second, as LinearRegression has it alone.
TEST(DecodeFacets, LeavesAConstantColumnOutOfR2) {
  const at::Tensor x = at::arange(10, at::kFloat).view({10, 1});
  const at::Tensor line = at::arange(10, at::kDouble) * 2;
  const at::Tensor both = at::stack({at::full({10}, 0.1, at::kDouble), line}, 1);
  const Labels labels(10, {{"place", LabelKind::continuous, both}});
  const Figures figures = decode(x, labels, {range(0, 6), range(6, 10)});
  EXPECT_NEAR(find_value(figures, "place linear r2").value(), 1, 1e-9);
  EXPECT_FALSE(find_value(figures, "place linear r2_first").has_value());
  for (const Figure& figure : figures)
    EXPECT_TRUE(std::isfinite(figure.value)) << to_string(figure.path);
  // The mean of all six that were fitted is 5; it should be 12, 14, 16 and 18.
  EXPECT_NEAR(find_value(figures, "place knn r2").value(), 1 - (49. + 81 + 121 + 169) / 20, 1e-9);
}

}  // namespace
}  // namespace facet
