#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include "framework/metrics/linear_decoders.h"
#include "framework/metrics/neighbour_decoder.h"
#include "framework/metrics/scores.h"
#include "parity/handlers.h"

namespace facet::parity {

namespace {

/// Labels as rows: n x c float64.
at::Tensor label_rows(const ReferenceCase& reference, const char* name) {
  const at::Tensor& labels = reference.input(name);
  return labels.to(at::kDouble).reshape({labels.size(0), -1});
}

/// As the case lays out its labels, with one column or none.
at::Tensor laid_out(const ReferenceCase& reference, const at::Tensor& prediction) {
  return reference.input("test_y").dim() == 1 ? prediction.squeeze(1) : prediction;
}

at::Tensor scalar_of(double value) {
  return at::scalar_tensor(value, at::kDouble);
}

}  // namespace

Arrays decoder_knn(const ReferenceCase& reference, Registry&) {
  const std::string metric_name = reference.options.at("metric");
  if (metric_name != "cosine" && metric_name != "euclidean")
    throw NotYetSupported("neighbours by the metric " + metric_name);
  const Metric metric = metric_name == "cosine" ? Metric::cosine : Metric::euclidean;
  const bool classes = !reference.input("train_y").is_floating_point();
  const NeighbourDecoder decoder(
      reference.input("train_x"),
      classes ? reference.input("train_y").to(at::kLong) : label_rows(reference, "train_y"),
      metric);
  const at::Tensor decoded = decoder.decode(
      reference.input("test_x"), reference.options.at("n_neighbors").get<std::int64_t>());
  // The peer's R2 is one of numbers for classes, too.
  const at::Tensor predicted = decoded.to(at::kDouble).reshape({decoded.size(0), -1});
  const at::Tensor actual = label_rows(reference, "test_y");
  return {{"prediction", classes ? decoded : laid_out(reference, decoded)},
          {"r2", scalar_of(mean_r2(predicted, actual))},
          {"median_error", scalar_of(median_of((predicted - actual).select(1, 0).abs()))}};
}

Arrays decoder_l1(const ReferenceCase& reference, Registry&) {
  const LinearMap map = fit_lasso(reference.input("train_x"), label_rows(reference, "train_y"),
                                  reference.options.value("alpha", 1.0));
  const at::Tensor predicted = map(reference.input("test_x"));
  const bool flat = reference.input("train_y").dim() == 1;
  return {{"coefficients", flat ? map.weights.squeeze(1) : map.weights.t()},
          {"intercept", map.intercept},
          {"prediction", laid_out(reference, predicted)},
          {"r2", scalar_of(mean_r2(predicted, label_rows(reference, "test_y")))}};
}

Arrays decoder_ridge(const ReferenceCase& reference, Registry&) {
  const at::Tensor train_x = reference.input("train_x");
  const at::Tensor train_y = label_rows(reference, "train_y");
  const LinearMap map = fit_ridge(train_x, train_y, choose_alpha(fit_ridge, train_x, train_y));
  const at::Tensor predicted = map(reference.input("test_x"));
  return {{"train_r2", column_r2(map(train_x), train_y)},
          {"test_r2", column_r2(predicted, label_rows(reference, "test_y"))},
          {"prediction", laid_out(reference, predicted)}};
}

}  // namespace facet::parity
