// Every criterion that a plugin registers is tested here by being registered.
#include <ATen/TensorOperators.h>
#include <ATen/ops/full.h>
#include <ATen/ops/rand.h>
#include <ATen/ops/zeros.h>
#include <gtest/gtest.h>

#include "facet/criterion.h"
#include "facet/random.h"
#include "plugins/built_plugins.h"
#include "plugins/finite_differences.h"

namespace facet {
namespace {

template <class Form>
using Named = std::vector<std::pair<std::string, std::shared_ptr<Form>>>;

/// At a low temperature, where there is one.
template <class Form>
Named<Form> criterions_of_form() {
  Named<Form> found;
  for (const std::string& name : built_components("criterion")) {
    const ComponentInfo& info = built_plugins().find("criterion", name);
    if (info.form != Form::form) continue;
    Table options;
    for (const OptionInfo& option : info.options)
      if (option.name == "temperature" || option.name == "min_temperature")
        options.set(option.name, 0.01);
    found.emplace_back(name, make<Form>(name, options));
  }
  return found;
}

/// Between -1000 and 1000.
at::Tensor large(std::int64_t rows, std::uint64_t seed) {
  at::Generator generator = Random(seed).generator();
  return (at::rand({rows, 3}, generator) - 0.5) * 2000;
}

/// The loss of extreme embeddings, and its gradients.
struct Extreme {
  at::Tensor reference, positive, negative;
  ContrastiveLoss loss;

  Extreme(ContrastiveCriterion& criterion, at::ScalarType type)
      : reference(large(5, 1).to(type).set_requires_grad(true)),
        positive(large(5, 2).to(type).set_requires_grad(true)),
        negative(large(4, 3).to(type).set_requires_grad(true)),
        loss(criterion.forward(reference, positive, negative)) {
    loss.total.backward();
  }
};

double relative_difference(const at::Tensor& got, const at::Tensor& exact) {
  return ((got.to(at::kDouble) - exact).abs().max() / exact.abs().max()).item<double>();
}

TEST(CriterionInputs, OfExtremeMagnitudeGiveRightLossesAndGradients) {
  for (const auto& [name, criterion] : criterions_of_form<ContrastiveCriterion>()) {
    SCOPED_TRACE(name);
    const Extreme exact(*criterion, at::kDouble), got(*criterion, at::kFloat);
    EXPECT_LT(relative_difference(got.loss.total, exact.loss.total), 1e-5);
    EXPECT_LT(relative_difference(got.loss.alignment, exact.loss.alignment), 1e-5);
    EXPECT_LT(relative_difference(got.loss.uniformity, exact.loss.uniformity), 1e-5);
    EXPECT_LT(relative_difference(got.reference.grad(), exact.reference.grad()), 1e-5);
    EXPECT_LT(relative_difference(got.positive.grad(), exact.positive.grad()), 1e-5);
    EXPECT_LT(relative_difference(got.negative.grad(), exact.negative.grad()), 1e-5);
    const auto total = [&, &loss_of = *criterion] {
      return loss_of.forward(exact.reference, exact.positive, exact.negative).total;
    };
    for (const at::Tensor& leaf : {exact.reference, exact.positive, exact.negative})
      EXPECT_LT(gradient_error(leaf, total) / leaf.grad().abs().max().item<double>(), 1e-4);
  }
}

TEST(CriterionInputs, ThatWouldBeBroadcastAreErrors) {
  for (const auto& [name, criterion] : criterions_of_form<SupervisedCriterion>()) {
    SCOPED_TRACE(name);
    const std::vector<at::Tensor> others(criterion->other_labels().size(), at::full({4, 3}, 0.5));
    const auto error = [&, &loss = *criterion](const std::vector<std::int64_t>& target) {
      return error_of([&] {
        loss.forward(at::full({4, 3}, 0.5), {at::full(target, 0.5), others});
      });
    };
    using Sizes = std::vector<std::int64_t>;
    for (const Sizes& target : {Sizes{1, 3}, Sizes{3}, Sizes{1}, Sizes{2, 4, 3}})
      EXPECT_NE(error(target), "(no error)");
    if (error({4, 3}) != "(no error)") continue;  // it does not take numbers
    EXPECT_THAT(error({4, 1}),
                testing::AllOf(testing::HasSubstr("4 x 3"), testing::HasSubstr("4 x 1")));
  }
}

}  // namespace
}  // namespace facet
