#include "contrastive_loss.h"

#include <ATen/TensorOperators.h>
#include <ATen/core/grad_mode.h>
#include <torch/csrc/autograd/custom_function.h>

#include <sstream>

#include "facet/error.h"

namespace facet {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

struct ContrastiveFunction : torch::autograd::Function<ContrastiveFunction> {
  // NOLINTNEXTLINE(readability-identifier-naming): the names are libtorch's
  static variable_list forward(AutogradContext* context, const at::Tensor& reference,
                               const at::Tensor& positive, const at::Tensor& negative,
                               const at::Tensor& a, const ContrastiveDefinition& definition,
                               bool with_gradient) {
    const auto [align, uniform] =
        definition.terms({reference, positive, negative, a}, with_gradient);
    context->saved_data["name"] = definition.name;
    context->saved_data["weight"] = definition.uniformity_weight;
    if (with_gradient) {
      context->save_for_backward({align.reference, align.other, align.inverse_temperature,
                                  uniform.reference, uniform.other, uniform.inverse_temperature});
    }
    // Row by row before the mean: the two are large and nearly cancel where phi is large.
    return {(align.rows + definition.uniformity_weight * uniform.rows).mean(), align.rows.mean(),
            uniform.rows.mean()};
  }

  static variable_list backward(AutogradContext* context, const variable_list& outputs) {
    if (at::GradMode::is_enabled())
      throw Error(context->saved_data["name"].toStringRef() +
                  " has no second derivative: its gradient cannot be differentiated again");
    const variable_list saved = context->get_saved_variables();
    const at::Tensor align = outputs[0] + outputs[1];
    const at::Tensor uniform = context->saved_data["weight"].toDouble() * outputs[0] + outputs[2];
    return {align * saved[0] + uniform * saved[3],
            align * saved[1],
            uniform * saved[4],
            align * saved[2] + uniform * saved[5],
            {},
            {}};
  }
};

void check_shapes(const char* name, const at::Tensor& reference, const at::Tensor& positive,
                  const at::Tensor& negative) {
  const bool right = reference.dim() == 2 && negative.dim() == 2 &&
                     reference.sizes() == positive.sizes() && reference.size(0) > 0 &&
                     negative.size(0) > 0 && reference.size(1) == negative.size(1);
  if (right) return;
  std::ostringstream message;
  message << name << " takes references and positives of one shape B x d and negatives M x d, got "
          << reference.sizes() << ", " << positive.sizes() << " and " << negative.sizes();
  throw Error(message.str());
}

}  // namespace

ContrastiveLoss contrastive_loss(const ContrastiveDefinition& definition,
                                 const at::Tensor& reference, const at::Tensor& positive,
                                 const at::Tensor& negative,
                                 const at::Tensor& inverse_temperature) {
  check_shapes(definition.name, reference, positive, negative);
  const at::Tensor a = inverse_temperature.to(reference.options());
  const bool with_gradient =
      at::GradMode::is_enabled() && (reference.requires_grad() || positive.requires_grad() ||
                                     negative.requires_grad() || a.requires_grad());
  const variable_list losses =
      ContrastiveFunction::apply(reference, positive, negative, a, definition, with_gradient);
  return {losses[0], losses[1], losses[2]};
}

}  // namespace facet
