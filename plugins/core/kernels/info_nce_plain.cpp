#include <ATen/TensorOperators.h>
#include <ATen/ops/zeros.h>

#include "info_nce.h"
#include "streamed_softmax.h"

namespace facet::kernels {

namespace {

/// Of the mean over the references.
double share(const Samples& samples) {
  return 1.0 / static_cast<double>(samples.reference.size(0));
}

Term cosine_alignment(const Samples& samples) {
  const auto& [reference, positive, negative, a] = samples;
  const at::Tensor similarities = (reference * positive).sum(1);
  const double mean = share(samples);
  return {-a * similarities, -mean * a * positive, -mean * a * reference, -similarities.mean()};
}

Term euclidean_alignment(const Samples& samples) {
  const auto& [reference, positive, negative, a] = samples;
  const at::Tensor difference = reference - positive;
  const at::Tensor squares = difference.square().sum(1);
  const at::Tensor gradient = 2 * share(samples) * a * difference;
  return {a * squares, gradient, -gradient, squares.mean()};
}

Term cosine_uniformity(const Samples& samples, bool with_gradient) {
  const auto& [reference, positive, negative, a] = samples;
  const at::Tensor no_bias = at::zeros({negative.size(0)}, negative.options());
  const StreamedSoftmax softmax =
      streamed_softmax(reference, a * reference, negative, no_bias, with_gradient);
  if (!with_gradient) return {softmax.log_sum, {}, {}, {}};
  const double mean = share(samples);
  return {softmax.log_sum, mean * a * softmax.mean_other, mean * a * softmax.pulled_rows,
          (reference * softmax.mean_other).sum(1).mean()};
}

/// -|x - y|^2 = 2 x.y - |y|^2 - |x|^2. The last part is the same for all y; what is left is a
/// matrix product. Moving the origin among the points keeps it from losing digits far from 0.
Term euclidean_uniformity(const Samples& samples, bool with_gradient) {
  const auto& [reference, positive, negative, a] = samples;
  const at::Tensor centre = negative.mean(0);
  const at::Tensor x = reference - centre, y = negative - centre;
  const at::Tensor x_square = x.square().sum(1), y_square = y.square().sum(1);
  const StreamedSoftmax softmax = streamed_softmax(x, 2 * a * x, y, -a * y_square, with_gradient);
  Term term;
  term.rows = softmax.log_sum - a * x_square;
  if (!with_gradient) return term;
  const double mean = share(samples);
  term.reference = 2 * mean * a * (softmax.mean_other - x);
  term.other = 2 * mean * a * (softmax.pulled_rows - softmax.mass.unsqueeze(1) * y);
  term.inverse_temperature = mean * (2 * (x * softmax.mean_other).sum() - x_square.sum() -
                                     (softmax.mass * y_square).sum());
  return term;
}

}  // namespace

Terms info_nce_plain(const Samples& samples, bool with_gradient, Similarity similarity) {
  if (similarity == Similarity::cosine)
    return {cosine_alignment(samples), cosine_uniformity(samples, with_gradient)};
  return {euclidean_alignment(samples), euclidean_uniformity(samples, with_gradient)};
}

}  // namespace facet::kernels
