#include <ATen/Functions.h>

#include "parity/components.h"
#include "parity/handlers.h"

namespace facet::parity {

namespace {

at::Tensor quantity(const Criterion& criterion, const std::string& name) {
  for (const Quantity& one : criterion.quantities())
    if (one.name == name) return one.value;
  throw Error("the criterion has no quantity " + name);
}

}  // namespace

Arrays criterion(const ReferenceCase& reference, Registry& registry) {
  const auto criterion =
      create<ContrastiveCriterion>(registry, reference.name, to_table(reference.options));
  for (const NamedTensor& own : criterion->state()) copy_value(reference.input(own.name), own);

  const at::Tensor ref = leaf(reference.input("ref"));
  const at::Tensor pos = leaf(reference.input("pos"));
  const at::Tensor neg = leaf(reference.input("neg"));
  const ContrastiveLoss loss = criterion->forward(ref, pos, neg);
  loss.total.backward();

  Arrays got = {{"loss", loss.total},         {"align", loss.alignment},
                {"uniform", loss.uniformity}, {"grad_ref", grad_of(ref)},
                {"grad_pos", grad_of(pos)},   {"grad_neg", grad_of(neg)}};
  for (const NamedTensor& own : criterion->state()) got["grad_" + own.name] = grad_of(own.tensor);
  if (reference.expects("temperature")) got["temperature"] = quantity(*criterion, "temperature");
  return got;
}

/// The vectors that the peer returns: the loss of each reference by itself, its sign turned round.
Arrays criterion_nce(const ReferenceCase& reference, Registry& registry) {
  Arrays got = criterion(reference, registry);
  const auto criterion =
      create<ContrastiveCriterion>(registry, reference.name, to_table(reference.options));
  std::vector<at::Tensor> total, alignment, uniformity;
  for (std::int64_t i = 0; i < reference.input("ref").size(0); ++i) {
    const auto row = [&](const char* name) { return reference.input(name).narrow(0, i, 1); };
    const ContrastiveLoss loss = criterion->forward(row("ref"), row("pos"), reference.input("neg"));
    total.push_back(-loss.total);
    alignment.push_back(-loss.alignment);
    uniformity.push_back(-loss.uniformity);
  }
  got["peer_value"] = at::stack(total);
  got["align"] = at::stack(alignment);
  got["uniform"] = at::stack(uniformity);
  return got;
}

}  // namespace facet::parity
