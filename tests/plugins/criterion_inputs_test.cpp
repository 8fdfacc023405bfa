// Every criterion that a plugin registers is tested here by being registered.
#include <ATen/TensorOperators.h>
#include <ATen/ops/full.h>
#include <ATen/ops/isfinite.h>
#include <ATen/ops/rand.h>
#include <gtest/gtest.h>

#include "facet/criterion.h"
#include "facet/random.h"
#include "plugins/built_plugins.h"

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
      if (option.name == "temperature") options.set("temperature", 0.01);
    found.emplace_back(name, std::dynamic_pointer_cast<Form>(make<Criterion>(name, options)));
  }
  return found;
}

/// Between -1000 and 1000.
at::Tensor large(std::int64_t rows, std::uint64_t seed) {
  at::Generator generator = Random(seed).generator();
  return ((at::rand({rows, 3}, generator) - 0.5) * 2000).set_requires_grad(true);
}

TEST(CriterionInputs, OfExtremeMagnitudeGiveFiniteLossesAndGradients) {
  for (const auto& [name, criterion] : criterions_of_form<ContrastiveCriterion>()) {
    SCOPED_TRACE(name);
    const at::Tensor reference = large(5, 1), positive = large(5, 2), negative = large(4, 3);
    const ContrastiveLoss loss = criterion->forward(reference, positive, negative);
    loss.total.backward();
    for (const at::Tensor& tensor : {loss.total, loss.alignment, loss.uniformity, reference.grad(),
                                     positive.grad(), negative.grad()})
      EXPECT_TRUE(at::isfinite(tensor).all().item<bool>());
  }
}

TEST(CriterionInputs, ThatWouldBeBroadcastAreErrors) {
  for (const auto& [name, criterion] : criterions_of_form<SupervisedCriterion>()) {
    SCOPED_TRACE(name);
    const std::vector<at::Tensor> others(criterion->other_labels().size(), at::full({4, 3}, 0.5));
    const auto error = [&, &loss = *criterion](at::IntArrayRef target) {
      return error_of([&] {
        loss.forward(at::full({4, 3}, 0.5), {at::full(target, 0.5), others});
      });
    };
    if (!criterion->accepts(LabelKind::continuous)) continue;
    EXPECT_THAT(error({4, 1}),
                testing::AllOf(testing::HasSubstr("4 x 3"), testing::HasSubstr("4 x 1")));
    EXPECT_THAT(error({1, 3}),
                testing::AllOf(testing::HasSubstr("4 x 3"), testing::HasSubstr("1 x 3")));
    EXPECT_THAT(error({4}), testing::HasSubstr("4 x 3"));
  }
}

}  // namespace
}  // namespace facet
