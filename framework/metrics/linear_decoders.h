#pragma once

#include <ATen/core/Tensor.h>

namespace facet {

/// Linear decoders, fitted on one part and used on another. All in double precision on the CPU.
/// x: n x d; y: n x c float64; classes: n int64.

/// y = x weights + intercept
struct LinearMap {
  at::Tensor weights;    ///< d x c
  at::Tensor intercept;  ///< c

  at::Tensor operator()(const at::Tensor& x) const;
};

/// Least squares; the smallest weights where columns of x depend on one another.
LinearMap fit_least_squares(const at::Tensor& x, const at::Tensor& y);

/// Minimum of |y - x W - b|^2 + alpha |W|^2, b free.
LinearMap fit_ridge(const at::Tensor& x, const at::Tensor& y, double alpha);

/// Minimum of |y - x W - b|^2 / (2 n) + alpha |W|_1, b free; solved to convergence.
LinearMap fit_lasso(const at::Tensor& x, const at::Tensor& y, double alpha);

using FitLinear = LinearMap (*)(const at::Tensor& x, const at::Tensor& y, double alpha);
/// The alpha among nine from 1e-4 to 1, evenly spaced in log, with the largest mean R2 over five
/// contiguous folds; the smallest on ties.
double choose_alpha(FitLinear fit, const at::Tensor& x, const at::Tensor& y);

/// A linear map to one score per class, and the classes; the largest score wins, the smallest class
/// on ties.
struct LinearClassifier {
  LinearMap scores;
  at::Tensor classes;  ///< ascending

  at::Tensor operator()(const at::Tensor& x) const;
};

/// Least squares on one indicator column per class.
LinearClassifier fit_indicators(const at::Tensor& x, const at::Tensor& classes);

/// Multinomial logistic regression: minimum of the mean cross-entropy + |W|_1 / (C n), intercepts
/// free, with C = 1; solved to convergence.
LinearClassifier fit_logistic(const at::Tensor& x, const at::Tensor& classes);

}  // namespace facet
