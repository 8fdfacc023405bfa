#include "framework/metrics/linear_decoders.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include <cmath>
#include <limits>

#include "framework/metrics/blocks.h"
#include "framework/metrics/l1_penalty.h"
#include "framework/metrics/scores.h"

namespace facet {

namespace {

at::Tensor precise(const at::Tensor& values) {
  return values.to(at::kDouble);
}

/// A fit of centred y on centred x by `weights`, with the intercept that this leaves.
template <class Weights>
LinearMap fit_centred(const at::Tensor& x, const at::Tensor& y, Weights weights) {
  const at::Tensor mean_x = precise(x).mean(0), mean_y = precise(y).mean(0);
  LinearMap map;
  map.weights = weights(precise(x) - mean_x, precise(y) - mean_y);
  map.intercept = mean_y - at::matmul(mean_x, map.weights);
  return map;
}

struct Indicators {
  at::Tensor classes, columns;
};

Indicators indicators_of(const at::Tensor& labels) {
  const at::Tensor classes = std::get<0>(at::_unique(labels));
  return {classes, precise(labels.unsqueeze(1).eq(classes.unsqueeze(0)))};
}

double largest_eigenvalue(const at::Tensor& symmetric) {
  return at::linalg_eigvalsh(symmetric).max().item<double>();
}

}  // namespace

at::Tensor LinearMap::operator()(const at::Tensor& x) const {
  return at::matmul(precise(x), weights) + intercept;
}

LinearMap fit_least_squares(const at::Tensor& x, const at::Tensor& y) {
  return fit_centred(
      x, y, [](const at::Tensor& a, const at::Tensor& b) { return at::linalg_pinv(a).matmul(b); });
}

LinearMap fit_ridge(const at::Tensor& x, const at::Tensor& y, double alpha) {
  return fit_centred(x, y, [alpha](const at::Tensor& a, const at::Tensor& b) {
    const at::Tensor penalty = alpha * at::eye(a.size(1), at::kDouble);
    return at::linalg_solve(at::mm(a.t(), a) + penalty, at::mm(a.t(), b));
  });
}

LinearMap fit_lasso(const at::Tensor& x, const at::Tensor& y, double alpha) {
  return fit_centred(x, y, [alpha](const at::Tensor& a, const at::Tensor& b) {
    const auto n = static_cast<double>(a.size(0));
    const at::Tensor gram = at::mm(a.t(), a) / n, moments = at::mm(a.t(), b) / n;
    return lasso_weights(gram, moments, alpha);
  });
}

double choose_alpha(FitLinear fit, const at::Tensor& x, const at::Tensor& y) {
  double best_alpha = 1e-4, best_merit = -std::numeric_limits<double>::infinity();
  for (int step = 0; step <= 8; ++step) {
    const double alpha = std::pow(10., -4 + step / 2.);
    double merit = 0;
    for (const FitAndJudge& fold : blocked_folds(x.size(0), 5)) {
      const LinearMap map = fit(x.index_select(0, fold.fit), y.index_select(0, fold.fit), alpha);
      merit += mean_r2(map(x.index_select(0, fold.judge)), y.index_select(0, fold.judge));
    }
    if (merit > best_merit) {
      best_merit = merit;
      best_alpha = alpha;
    }
  }
  return best_alpha;
}

at::Tensor LinearClassifier::operator()(const at::Tensor& x) const {
  return classes.index_select(0, scores(x).argmax(1));
}

LinearClassifier fit_indicators(const at::Tensor& x, const at::Tensor& classes) {
  const Indicators indicators = indicators_of(classes);
  return {fit_least_squares(x, indicators.columns), indicators.classes};
}

LinearClassifier fit_logistic(const at::Tensor& x, const at::Tensor& classes) {
  const Indicators indicators = indicators_of(classes);
  const auto n = static_cast<double>(x.size(0));
  const at::Tensor centre = precise(x).mean(0);
  // The intercept is the weight of a column of ones, without a penalty.
  const at::Tensor a = at::cat({precise(x) - centre, at::ones({x.size(0), 1}, at::kDouble)}, 1);
  const std::int64_t d = x.size(1);
  const at::Tensor start = at::zeros({d + 1, indicators.classes.size(0)}, at::kDouble);
  const at::Tensor penalty = at::full_like(start, 1 / n);
  penalty[d].zero_();
  const auto gradient = [&](const at::Tensor& w) {
    return at::mm(a.t(), at::softmax(at::mm(a, w), 1) - indicators.columns) / n;
  };
  const double lipschitz = largest_eigenvalue(at::mm(a.t(), a)) / (2 * n);
  const at::Tensor w = minimise_with_l1(start, gradient, lipschitz, penalty);
  const at::Tensor weights = w.narrow(0, 0, d);
  return {{weights, w[d] - at::matmul(centre, weights)}, indicators.classes};
}

}  // namespace facet
