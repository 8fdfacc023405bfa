#include "framework/training/recovery.h"

#include <ATen/ops/tensor.h>

#include <cmath>

namespace facet {

namespace {

constexpr double lower = 0.1;

}  // namespace

double Recovered::rate() const {
  return std::pow(lower, static_cast<double>(rollbacks));
}

std::vector<NamedTensor> Recovered::state() const {
  if (updates_left_out == 0 && rollbacks == 0) return {};
  return {{"counts", at::tensor({updates_left_out, first_left_out, rollbacks}, at::kLong)}};
}

Recovered Recovered::load(const std::vector<NamedTensor>& state) {
  if (state.empty()) return {};
  const at::Tensor counts = state[0].tensor.contiguous();
  const auto* values = counts.data_ptr<std::int64_t>();
  return {values[0], values[1], values[2]};
}

}  // namespace facet
