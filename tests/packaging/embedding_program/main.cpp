// embedding_program FOLDER: a program of one's own around the engine. It registers a criterion that
// is part of it, lists that beside those of the plugins in FOLDER, and uses it.

#include <ATen/TensorOperators.h>
#include <ATen/ops/tensor.h>
#include <ATen/ops/zeros.h>

#include <cstdio>

#include "facet/criterion.h"
#include "facet/framework.h"

namespace {

class SquaredDistance : public facet::ContrastiveCriterion {
 public:
  facet::ContrastiveLoss forward(const at::Tensor& reference, const at::Tensor& positive,
                                 const at::Tensor&) override {
    const at::Tensor alignment = (reference - positive).square().sum(1).mean();
    return {alignment, alignment, at::zeros({}, alignment.options())};
  }
};

void list(const facet::Registry& registry, const std::string& name) {
  const facet::ComponentInfo& component = registry.find("criterion", name);
  std::printf("%s: %s\n", name.c_str(), component.summary.c_str());
  for (const facet::OptionInfo& option : component.options)
    std::printf("  %s = %s: %s (%s)\n", option.name.c_str(),
                option.default_value.to_string().c_str(), option.doc.c_str(),
                facet::describe_bounds(option).c_str());
}

}  // namespace

int main(int, char** argv) {
  const auto registry = facet::open_registry({argv[1]});
  registry->add("mine", [](facet::Registrar& registrar) {
    registrar.add<SquaredDistance>("SquaredDistance", "of positives alone");
  });
  list(*registry, "logistic/LogisticLoss");
  list(*registry, "mine/SquaredDistance");

  const auto criterion = std::dynamic_pointer_cast<facet::ContrastiveCriterion>(
      registry->create<facet::Criterion>({"SquaredDistance"}));
  const at::Tensor origin = at::tensor({0.0, 0.0}).view({1, 2});
  const at::Tensor positive = at::tensor({3.0, 4.0}).view({1, 2});
  std::printf("loss %g\n", criterion->forward(origin, positive, origin).total.item<double>());
  return 0;
}
