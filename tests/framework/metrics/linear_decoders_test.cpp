#include "framework/metrics/linear_decoders.h"

#include <ATen/TensorOperators.h>
#include <gmock/gmock.h>

#include "framework/metrics/metrics_data.h"

namespace facet {
namespace {

const at::Tensor points = doubles({0, 1, 1, 3, 2, 2, 4, 0, 5, 5, 7, 1}, 2);
const at::Tensor values = doubles({1, 0, 2, 1, 2, 5, 0, 3, 4, 4, 3, 1}, 2);
const at::Tensor queries = doubles({3, 3, 6, -1}, 2);

void expect_near(const at::Tensor& got, const at::Tensor& wanted, double tolerance) {
  EXPECT_TRUE(at::allclose(got, wanted, 0, tolerance)) << got << wanted;
}

// scikit-learn's LinearRegression on the same numbers.
TEST(LeastSquares, HasAnIntercept) {
  expect_near(
      fit_least_squares(points, values)(queries),
      doubles({2.569802276812463, 2.6734571599760333, 0.852606351108448, 1.6680647094068308}, 2),
      1e-12);
}

TEST(LeastSquares, IsNotDisturbedByARepeatedColumn) {
  const auto twice = [](const at::Tensor& once) { return at::cat({once, once}, 1); };
  expect_near(fit_least_squares(twice(points), values)(twice(queries)),
              fit_least_squares(points, values)(queries), 1e-10);
}

// scikit-learn's Ridge(0.5).
TEST(Ridge, DoesNotPenaliseTheIntercept) {
  const LinearMap map = fit_ridge(points, values, 0.5);
  expect_near(
      map.weights,
      doubles({0.23797250859106522, 0.15034364261168384, 0.5916380297823597, 0.35452462772050397},
              2),
      1e-12);
  expect_near(map.intercept, doubles({0.06314432989690744, 1.1481958762886602}, 2)[0], 1e-12);
}

// scikit-learn's Lasso(0.3, tol=1e-14).
TEST(Lasso, IsSolvedToConvergence) {
  const LinearMap map = fit_lasso(points, values, 0.3);
  expect_near(
      map.weights,
      doubles({0.19233073696824446, 0.10365488316357103, 0.5004793289394847, 0.2560215698022768},
              2),
      1e-7);
  expect_near(map.intercept, doubles({0.3899940083882565, 1.4930497303774717}, 2)[0], 1e-7);
}

TEST(Lasso, OfALargePenaltyIsTheMean) {
  const LinearMap map = fit_lasso(points, values, 100);
  EXPECT_TRUE(map.weights.eq(0).all().item<bool>());
  expect_near(map.intercept, values.mean(0), 1e-12);
}

// scikit-learn's GridSearchCV over np.logspace(-4, 0, 9).
TEST(ChooseAlpha, TakesTheBestOfFiveContiguousFolds) {
  const LinearTrack track;
  const at::Tensor x = track.embedding.narrow(0, 0, 330);
  const at::Tensor y = track.labels.find("position").values.narrow(0, 0, 330);
  EXPECT_NEAR(choose_alpha(fit_ridge, x, y), 1, 1e-12);
  EXPECT_NEAR(choose_alpha(fit_lasso, x, y), 1e-3, 1e-12);
}

// The largest column of scikit-learn's LinearRegression on indicators.
TEST(Indicators, TheLargestWins) {
  const LinearClassifier classifier = fit_indicators(points, classes({5, 5, 2, 2, 9, 9}));
  EXPECT_TRUE(classifier(doubles({3, 3, 6, -1, 4.5, 6, 0, 0}, 2)).equal(classes({9, 2, 9, 5})));
}

// scikit-learn's LogisticRegression(penalty="l1", solver="saga", tol=1e-14): probabilities, since
// scores are free up to a constant.
TEST(Logistic, IsMultinomialWithAnL1Penalty) {
  const LinearClassifier classifier = fit_logistic(points, classes({5, 5, 2, 2, 9, 9}));
  EXPECT_TRUE(classifier.classes.equal(classes({2, 5, 9})));
  expect_near(at::softmax(classifier.scores(queries), 1),
              doubles({0.4848796488610414, 0.2654628697811657, 0.24965748135779306,
                       0.45775121968446847, 0.00521681531959123, 0.5370319649959403},
                      3),
              1e-6);
  EXPECT_TRUE(classifier(queries).equal(classes({2, 9})));
}

TEST(Logistic, OfOneClassAlwaysGivesThatClass) {
  EXPECT_TRUE(fit_logistic(points, classes({4, 4, 4, 4, 4, 4}))(queries).equal(classes({4, 4})));
}

}  // namespace
}  // namespace facet
