#include "info_nce.h"

#include <ATen/TensorOperators.h>
#include <ATen/core/grad_mode.h>
#include <ATen/ops/zeros.h>
#include <torch/csrc/autograd/custom_function.h>

#include <sstream>

#include "facet/error.h"
#include "streamed_softmax.h"

namespace facet {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

/// Alignment or uniformity: its value for each reference, and the gradients of their mean.
struct Term {
  at::Tensor rows;       // B
  at::Tensor reference;  // B x d
  at::Tensor other;      // of the positives (B x d) or the negatives (M x d)
  at::Tensor inverse_temperature;
};

/// `a` is the inverse temperature.
Term alignment(const at::Tensor& reference, const at::Tensor& positive, const at::Tensor& a,
               Similarity similarity) {
  const double mean = 1.0 / static_cast<double>(reference.size(0));
  Term term;
  at::Tensor similarities;
  if (similarity == Similarity::cosine) {
    similarities = (reference * positive).sum(1);
    term.reference = -mean * a * positive;
    term.other = -mean * a * reference;
  } else {
    const at::Tensor difference = reference - positive;
    similarities = -difference.square().sum(1);
    term.reference = 2 * mean * a * difference;
    term.other = -term.reference;
  }
  term.rows = -a * similarities;
  term.inverse_temperature = -similarities.mean();
  return term;
}

Term cosine_uniformity(const at::Tensor& reference, const at::Tensor& negative, const at::Tensor& a,
                       bool with_gradient) {
  const at::Tensor no_bias = at::zeros({negative.size(0)}, negative.options());
  const StreamedSoftmax softmax =
      streamed_softmax(reference, a * reference, negative, no_bias, with_gradient);
  Term term;
  term.rows = softmax.log_sum;
  if (!with_gradient) return term;
  const double mean = 1.0 / static_cast<double>(reference.size(0));
  term.reference = mean * a * softmax.mean_other;
  term.other = mean * a * softmax.pulled_rows;
  term.inverse_temperature = (reference * softmax.mean_other).sum(1).mean();
  return term;
}

/// -|x - y|^2 = 2 x.y - |y|^2 - |x|^2. The last part is the same for all y; what is left is a
/// matrix product. Moving the origin among the points keeps it from losing digits far from 0.
Term euclidean_uniformity(const at::Tensor& reference, const at::Tensor& negative,
                          const at::Tensor& a, bool with_gradient) {
  const at::Tensor centre = negative.mean(0);
  const at::Tensor x = reference - centre, y = negative - centre;
  const at::Tensor x_square = x.square().sum(1), y_square = y.square().sum(1);
  const StreamedSoftmax softmax = streamed_softmax(x, 2 * a * x, y, -a * y_square, with_gradient);
  Term term;
  term.rows = softmax.log_sum - a * x_square;
  if (!with_gradient) return term;
  const double mean = 1.0 / static_cast<double>(reference.size(0));
  term.reference = 2 * mean * a * (softmax.mean_other - x);
  term.other = 2 * mean * a * (softmax.pulled_rows - softmax.mass.unsqueeze(1) * y);
  term.inverse_temperature = mean * (2 * (x * softmax.mean_other).sum() - x_square.sum() -
                                     (softmax.mass * y_square).sum());
  return term;
}

struct InfoNCEFunction : torch::autograd::Function<InfoNCEFunction> {
  // NOLINTNEXTLINE(readability-identifier-naming): the names are libtorch's
  static variable_list forward(AutogradContext* context, const at::Tensor& reference,
                               const at::Tensor& positive, const at::Tensor& negative,
                               const at::Tensor& a, Similarity similarity, bool with_gradient) {
    const Term align = alignment(reference, positive, a, similarity);
    const Term uniform = similarity == Similarity::cosine
                             ? cosine_uniformity(reference, negative, a, with_gradient)
                             : euclidean_uniformity(reference, negative, a, with_gradient);
    if (with_gradient) {
      context->save_for_backward({align.reference, align.other, align.inverse_temperature,
                                  uniform.reference, uniform.other, uniform.inverse_temperature});
    }
    // Row by row before the mean: the two are large and nearly cancel where phi is large.
    return {(align.rows + uniform.rows).mean(), align.rows.mean(), uniform.rows.mean()};
  }

  static variable_list backward(AutogradContext* context, const variable_list& outputs) {
    if (at::GradMode::is_enabled())
      throw Error("InfoNCE has no second derivative: its gradient cannot be differentiated again");
    const variable_list saved = context->get_saved_variables();
    const at::Tensor align = outputs[0] + outputs[1];
    const at::Tensor uniform = outputs[0] + outputs[2];
    return {align * saved[0] + uniform * saved[3],
            align * saved[1],
            uniform * saved[4],
            align * saved[2] + uniform * saved[5],
            {},
            {}};
  }
};

void check_shapes(const at::Tensor& reference, const at::Tensor& positive,
                  const at::Tensor& negative) {
  const bool right = reference.dim() == 2 && negative.dim() == 2 &&
                     reference.sizes() == positive.sizes() && reference.size(0) > 0 &&
                     negative.size(0) > 0 && reference.size(1) == negative.size(1);
  if (right) return;
  std::ostringstream message;
  message << "InfoNCE takes references and positives of one shape B x d and negatives M x d, got "
          << reference.sizes() << ", " << positive.sizes() << " and " << negative.sizes();
  throw Error(message.str());
}

}  // namespace

ContrastiveLoss info_nce(const at::Tensor& reference, const at::Tensor& positive,
                         const at::Tensor& negative, const at::Tensor& inverse_temperature,
                         Similarity similarity) {
  check_shapes(reference, positive, negative);
  const at::Tensor a = inverse_temperature.to(reference.options());
  const bool with_gradient =
      at::GradMode::is_enabled() && (reference.requires_grad() || positive.requires_grad() ||
                                     negative.requires_grad() || a.requires_grad());
  const variable_list losses =
      InfoNCEFunction::apply(reference, positive, negative, a, similarity, with_gradient);
  return {losses[0], losses[1], losses[2]};
}

}  // namespace facet
