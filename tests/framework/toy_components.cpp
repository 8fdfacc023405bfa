#include "framework/toy_components.h"

#include <ATen/Functions.h>
#include <ATen/core/grad_mode.h>

namespace facet::toy {

void SumModel::Options::describe(OptionsDescription<Options>& options) {
  options.add("num_output", &Options::num_output, "outputs").at_least(1);
  options.add("context", &Options::context, "bins before").at_least(0);
}

SumModel::SumModel(const Options& options, const Arguments& arguments) : options_(options) {
  weight = register_parameter("weight",
                              at::ones({options.num_output, arguments.num_neurons}, at::kFloat));
}

at::Tensor SumModel::forward(const at::Tensor& windows) {
  const at::Tensor sums = windows.unfold(2, offset().size(), 1).sum(3);  // B x N x T'
  const at::Tensor output = at::matmul(weight, sums);
  return output.size(2) == 1 ? output.squeeze(2) : output;
}

void Spread::Options::describe(OptionsDescription<Options>& options) {
  options.add("scale", &Options::scale, "weight of the positives").above(0);
}

ContrastiveLoss Spread::forward(const at::Tensor& reference, const at::Tensor& positive,
                                const at::Tensor& negative) {
  const at::Tensor near = options_.scale * (reference - positive).square().sum(1).mean();
  const at::Tensor far = -(reference - negative).square().sum(1).mean();
  return {near + far, near, far};
}

ContrastiveLoss Scaled::forward(const at::Tensor& reference, const at::Tensor& positive,
                                const at::Tensor&) {
  const at::Tensor total = scale_ * (reference - positive).square().mean();
  return {total, total, total};
}

void Squares::Options::describe(OptionsDescription<Options>& options) {
  options.add("weight", &Options::weight, "multiplies each square");
}

at::Tensor Squares::forward(const at::Tensor& prediction, const Targets& targets) {
  const at::Tensor squares = (prediction - targets.target).square();
  return options_.weight ? (targets.others.at(0) * squares).mean() : squares.mean();
}

std::vector<OtherLabel> Squares::other_labels() const {
  if (!options_.weight) return {};
  return {{"weight", *options_.weight}};
}

void Shift::Options::describe(OptionsDescription<Options>& options) {
  options.add("shift", &Options::shift, "bins later");
}

Shift::Shift(const Options& options, const SamplingSpace& space)
    : shift_(options.shift), references_(space.bins.shifted_inside(options.shift)) {}

std::vector<std::int64_t> Shift::sample(std::span<const std::int64_t> references, Random&) const {
  std::vector<std::int64_t> positives(references.begin(), references.end());
  for (std::int64_t& bin : positives) bin += shift_;
  return positives;
}

std::vector<std::int64_t> Uniform::sample(std::int64_t count, Random& random) const {
  std::vector<std::int64_t> bins;
  for (std::int64_t i = 0; i < count; ++i) bins.push_back(bins_[random.below(bins_.size())]);
  return bins;
}

void Descent::Options::describe(OptionsDescription<Options>& options) {
  options.add("rate", &Options::rate, "step size").above(0);
}

Descent::Descent(const Options& options, Arguments arguments)
    : rate_(options.rate), parameters_(std::move(arguments.parameters)) {}

void Descent::step(const std::function<at::Tensor()>& evaluate) {
  evaluate();
  const at::NoGradGuard no_grad;
  for (at::Tensor& parameter : parameters_)
    if (parameter.grad().defined()) parameter.sub_(parameter.grad(), rate_ * factor_);
}

std::optional<std::vector<double>> Rising::weights(std::int64_t step) const {
  if (step == 0) return std::nullopt;
  return std::vector<double>(static_cast<std::size_t>(num_objectives_), static_cast<double>(step));
}

void register_components(Registrar& registrar) {
  registrar.add<SumModel>("Sum", "a weighted sum over the window");
  registrar.add<Spread>("Spread", "positives near, negatives far");
  registrar.add<Scaled>("Scaled", "a trained scale");
  registrar.add<Squares>("Squares", "mean squared error");
  registrar.add<Shift>("Shift", "the bin some bins later");
  registrar.add<Uniform>("Uniform", "every bin equally likely");
  registrar.add<Descent>("Descent", "gradient descent");
  registrar.add<Rising>("Rising", "the step as weight");
}

}  // namespace facet::toy
