#pragma once

#include <ATen/core/Tensor.h>

#include <functional>

namespace facet {

/// Minimum of tr(w^T gram w) / 2 - tr(moments^T w) + alpha sum |w|, column by column, by coordinate
/// descent (Friedman, Hastie, Tibshirani 2010); ends when a sweep changes the fit by no more than
/// 1e-10 of its size, or after 20000 sweeps. gram: d x d; moments: d x c; returns d x c; float64 on
/// the CPU.
at::Tensor lasso_weights(const at::Tensor& gram, const at::Tensor& moments, double alpha);

/// Minimum of f(w) + sum penalty |w|, entry by entry, for a convex f whose gradient has the
/// Lipschitz constant `lipschitz`: proximal gradient steps with momentum, which starts anew when it
/// leads astray (FISTA, Beck and Teboulle 2009; O'Donoghue and Candes 2015). Ends when a step
/// changes no entry by more than 1e-8 of the largest, or after 2000 steps. All of one shape,
/// float64.
at::Tensor minimise_with_l1(const at::Tensor& start,
                            const std::function<at::Tensor(const at::Tensor& w)>& gradient,
                            double lipschitz, const at::Tensor& penalty);

}  // namespace facet
