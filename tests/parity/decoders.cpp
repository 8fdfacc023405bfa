#include "framework/metrics/decoders.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include "parity/handlers.h"

namespace facet::parity {

namespace {

/// Of the first column, in numpy's sense: the mean of the two in the middle of an even number.
at::Tensor median_error(const at::Tensor& predicted, const at::Tensor& actual) {
  const std::int64_t rows = actual.size(0);
  const at::Tensor errors =
      std::get<0>((predicted - actual).reshape({rows, -1}).select(1, 0).abs().sort());
  return (errors[(rows - 1) / 2] + errors[rows / 2]) / 2;
}

}  // namespace

Arrays decoder_knn(const ReferenceCase& reference, Registry&) {
  const std::string metric = reference.options.at("metric");
  if (metric != "cosine") throw NotYetSupported("neighbours by the metric " + metric);
  const auto labels = [&](const char* name) {
    const at::Tensor& values = reference.input(name);
    return at::isFloatingType(values.scalar_type()) ? values.to(at::kDouble) : values;
  };
  const at::Tensor prediction =
      decode_by_neighbours(reference.input("train_x"), labels("train_y"), reference.input("test_x"),
                           reference.options.at("n_neighbors"));
  // The peer's R2 is one of numbers for classes, too.
  const std::int64_t rows = prediction.size(0);
  const at::Tensor predicted = prediction.to(at::kDouble).reshape({rows, -1});
  const at::Tensor actual = labels("test_y").to(at::kDouble).reshape({rows, -1});
  return {{"prediction", prediction},
          {"r2", at::scalar_tensor(mean_r2(predicted, actual), at::kDouble)},
          {"median_error", median_error(predicted, actual)}};
}

}  // namespace facet::parity
