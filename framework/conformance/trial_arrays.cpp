#include "framework/conformance/trial_arrays.h"

#include <ATen/Functions.h>

#include <limits>

#include "framework/conformance/trial_data.h"

namespace facet {

namespace {

/// Numbers of every size; none of them has a short decimal form.
at::Tensor numbers(std::vector<std::int64_t> shape, at::ScalarType type) {
  const at::Tensor normal = trial_numbers(std::move(shape), {1, 1, at::kDouble});
  return (normal * normal.mul(20).exp()).to(type);
}

}  // namespace

FileArrays trial_arrays() {
  constexpr std::int64_t rows = 30;
  at::Tensor speed = numbers({rows}, at::kDouble);
  speed[7] = std::numeric_limits<double>::quiet_NaN();
  std::vector<std::string> side;
  for (std::int64_t row = 0; row < rows; ++row)
    side.push_back(row % 4 == 0   ? "left"
                   : row % 4 == 1 ? "right, or \"both\""
                   : row % 4 == 2 ? "Übergang"
                                  : "");
  const TextValues text = TextValues::of(side);
  return {{"signals", numbers({rows, 3}, at::kFloat)},
          {"trial", at::arange(rows, at::kLong) - 3},
          {"speed", speed},
          {"licks", trial_numbers({rows}, {}).gt(0)},
          {"position", numbers({rows, 2}, at::kDouble)},
          FileArray::text("side", rows, [text] { return text; }),
          {"depth", numbers({3}, at::kDouble)}};
}

}  // namespace facet
