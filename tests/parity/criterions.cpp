#include <ATen/Functions.h>

#include "parity/components.h"
#include "parity/handlers.h"

namespace facet::parity {

namespace {

at::Tensor quantity(const Criterion& criterion, const std::string& name) {
  for (const Quantity& one : criterion.quantities())
    if (one.name == name) return at::scalar_tensor(one.value, at::kDouble);
  throw Error("the criterion has no quantity " + name);
}

}  // namespace

Arrays criterion(const ReferenceCase& reference, Registry& registry) {
  const auto any = create<Criterion>(registry, reference.name, to_table(reference.options));
  auto& loss_of = dynamic_cast<ContrastiveCriterion&>(*any);
  for (const NamedTensor& own : any->state()) copy_value(reference.input(own.name), own);

  const at::Tensor ref = leaf(reference.input("ref"));
  const at::Tensor pos = leaf(reference.input("pos"));
  const at::Tensor neg = leaf(reference.input("neg"));
  const ContrastiveLoss loss = loss_of.forward(ref, pos, neg);
  loss.total.backward();

  Arrays got = {{"loss", loss.total},         {"align", loss.alignment},
                {"uniform", loss.uniformity}, {"grad_ref", grad_of(ref)},
                {"grad_pos", grad_of(pos)},   {"grad_neg", grad_of(neg)}};
  for (const NamedTensor& own : any->state()) got["grad_" + own.name] = grad_of(own.tensor);
  if (reference.expects("temperature")) got["temperature"] = quantity(*any, "temperature");
  return got;
}

}  // namespace facet::parity
