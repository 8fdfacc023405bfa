#include "c_criterion.h"

#include <ATen/TensorOperators.h>
#include <ATen/core/grad_mode.h>
#include <ATen/ops/scalar_tensor.h>
#include <ATen/ops/zeros_like.h>
#include <torch/csrc/autograd/custom_function.h>
#include <torch/csrc/autograd/functions/basic_ops.h>

#include <array>

#include "c_call.h"

namespace facet {

namespace {

using torch::autograd::variable_list;
using Samples = std::array<at::Tensor, 3>;  // reference, positive, negative

/// The loss, and its derivatives where they are wanted.
struct Step {
  ContrastiveLoss loss;
  variable_list gradients;
};

void must_be_on_the_cpu(const at::Tensor& tensor) {
  if (!tensor.is_cpu())
    throw Error("works on the CPU alone, as all of the C interface, but its samples are on " +
                tensor.device().str() + ": train with device = \"cpu\"");
}

Step compute(const facet_criterion& functions, void* criterion, const Samples& samples,
             bool with_gradients) {
  const at::ScalarType type = functions.flags & FACET_FLOAT32 ? at::kFloat : at::kDouble;
  std::list<CTensor> tensors;
  const auto as_c = [&](const at::Tensor& tensor) { return tensors.emplace_back(tensor).get(); };
  variable_list gradients;
  const auto gradient = [&]() -> const facet_tensor* {
    const at::Tensor& sample = samples[gradients.size()];
    gradients.push_back(at::zeros(sample.sizes(), type));
    return as_c(gradients.back());
  };
  const auto sample = [&](std::size_t i) { return as_c(samples[i].to(type).contiguous()); };

  facet_step step{};
  step.size = sizeof step;
  step.reference = sample(0);
  step.positive = sample(1);
  step.negative = sample(2);
  if (with_gradients) {
    step.reference_gradient = gradient();
    step.positive_gradient = gradient();
    step.negative_gradient = gradient();
  }
  c_call([&](facet_message* error) { return functions.forward(criterion, &step, error); });

  const auto scalar = [&](double value) { return at::scalar_tensor(value, samples[0].options()); };
  for (at::Tensor& one : gradients) one = one.to(samples[0].scalar_type());
  return {{scalar(step.total), scalar(step.alignment), scalar(step.uniformity)}, gradients};
}

/// `total` of a step, with the derivatives that the plugin gave.
class GivenGradients : public torch::autograd::Function<GivenGradients> {
 public:
  static at::Tensor forward(torch::autograd::AutogradContext* context, const at::Tensor&,
                            const at::Tensor&, const at::Tensor&, const Step& step) {
    context->save_for_backward(step.gradients);
    return step.loss.total;
  }

  static variable_list backward(torch::autograd::AutogradContext* context, variable_list outer) {
    variable_list gradients;
    for (const at::Tensor& one : context->get_saved_variables())
      gradients.push_back(one * outer[0].detach());
    if (at::GradMode::is_enabled()) gradients = not_to_be_differentiated(gradients);
    gradients.emplace_back();  // of the step
    return gradients;
  }

 private:
  static variable_list not_to_be_differentiated(variable_list gradients) {
    for (at::Tensor& one : gradients) one.set_requires_grad(true);
    const auto error = std::make_shared<torch::autograd::DelayedError>(
        "a criterion of the C interface has no second derivatives", gradients.size());
    return (*error)(std::move(gradients));
  }
};

}  // namespace

CCriterion::CCriterion(const facet_criterion& functions, const std::vector<OptionInfo>& options,
                       const Table& checked)
    : functions_(functions), values_(options, checked, {}) {
  c_call(
      [&](facet_message* error) { return functions_.create(values_.get(), &criterion_, error); });
}

CCriterion::~CCriterion() {
  functions_.destroy(criterion_);
}

ContrastiveLoss CCriterion::forward(const at::Tensor& reference, const at::Tensor& positive,
                                    const at::Tensor& negative) {
  for (const at::Tensor& tensor : {reference, positive, negative}) must_be_on_the_cpu(tensor);
  const bool with_gradients =
      at::GradMode::is_enabled() &&
      (reference.requires_grad() || positive.requires_grad() || negative.requires_grad());
  Step step = [&] {
    const at::NoGradGuard no_graph;
    return compute(functions_, criterion_, {reference, positive, negative}, with_gradients);
  }();
  if (with_gradients) step.loss.total = GivenGradients::apply(reference, positive, negative, step);
  return step.loss;
}

}  // namespace facet
