#pragma once

#include <ATen/TensorOperators.h>
#include <ATen/ops/tensor.h>

#include <memory>
#include <string>
#include <vector>

#include "facet/criterion.h"
#include "plugins/built_plugins.h"

// Two samples of three columns, of every form that a loss of torch.nn takes.
namespace facet::arrays {

inline at::Tensor two_rows(std::vector<double> values) {
  return at::tensor(values).view({2, 3});
}
inline at::Tensor score() {
  return two_rows({0.2, -0.5, 1.5, 0.9, 0.3, -1.2});
}
inline at::Tensor number() {
  return two_rows({0.1, 0.4, 1.0, -0.3, 0.3, 0.8});
}
inline at::Tensor second() {
  return two_rows({0.5, -0.1, 1.2, 1.0, -0.7, 0.4});
}
inline at::Tensor far() {
  return two_rows({1.5, 0.6, -0.2, 0.8, 0.1, -1.0});
}
inline at::Tensor probability() {
  return two_rows({0.1, 0.9, 0.5, 0.7, 0.2, 0.4});
}
inline at::Tensor fraction() {
  return two_rows({0.2, 0.6, 0.3, 0.8, 0.1, 0.5});
}
inline at::Tensor sign() {
  return two_rows({1, -1, 1, -1, -1, 1});
}
inline at::Tensor count() {
  return two_rows({0, 2, 1, 3, 0, 5});
}
inline at::Tensor variance() {
  return two_rows({0.5, 1, 2, 0.1, 1e-9, 3});
}
inline at::Tensor class_list() {
  return two_rows({2, 0, -1, 1, -1, 0});
}
inline at::Tensor log_probability() {
  return score().log_softmax(1);
}
inline at::Tensor row_sign() {
  return at::tensor({1.0, -1.0});
}
inline at::Tensor classes() {
  return at::tensor(std::vector<std::int64_t>{2, 0}, at::kLong);
}

inline std::shared_ptr<SupervisedCriterion> supervised(const std::string& name,
                                                       const Table& options = {}) {
  return make<SupervisedCriterion>(name, options);
}

}  // namespace facet::arrays
