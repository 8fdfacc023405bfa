#include <ATen/TensorOperators.h>

#include <algorithm>
#include <array>

#include "facet/text.h"
#include "framework/conformance/check.h"
#include "framework/conformance/use.h"

namespace facet {

namespace {

/// Results of a loss of signs and classes are not of the type of its predictions.
void require_double(const Tried& tried) {
  const Situation single{}, precise{1, 5, at::kDouble};
  const Results expected = use(tried, single);
  Results got;
  try {
    got = use(tried, precise);
  } catch (const std::exception& error) {
    throw Error("in double precision it throws: " + reason_of(error));
  }
  for (const NamedTensor& result : got)
    if (result.tensor.scalar_type() != at::kDouble)
      throw Error("in double precision, its " + result.name + " is of the type " +
                  c10::toString(result.tensor.scalar_type()));
  require_same(got, expected, 1e-3, "in double precision");
}

/// As numbers, nothing, hardly anything, and a lot.
constexpr std::array<double, 4> scales = {0, 1e-30, 1e-3, 1e3};

void require_numbers(const Tried& tried) {
  for (const double scale : scales) {
    Situation situation;
    situation.scale = scale;
    const std::string given = scale == 0 ? "zeros" : "numbers of size " + number_text(scale);
    for (const NamedTensor& result : use(tried, situation))
      if (result.tensor.is_floating_point() && result.tensor.isnan().any().item<bool>())
        throw Error("of " + given + ", its " + result.name + " is not a number");
  }
  for (const std::int64_t rows : {1, 2, 100}) {
    for (const NamedTensor& result : use(tried, {1, rows}))
      if (result.tensor.is_floating_point() && !result.tensor.isfinite().all().item<bool>())
        throw Error("of a batch of " + std::to_string(rows) + ", its " + result.name +
                    " is not finite");
  }
}

}  // namespace

Checks number_checks(const std::string& kind) {
  constexpr std::array compute = {"attribution", "criterion", "model", "regularizer"};
  if (std::ranges::find(compute, kind) == compute.end()) return {};
  return {{"double", "in double precision it gives double precision, and the same", require_double},
          {"finite",
           "zeros, tiny and large inputs give no NaN, in values and gradients, and batches of "
           "one and many are finite",
           require_numbers}};
}

}  // namespace facet
