#include <ATen/Functions.h>

#include <utility>

#include "parity/components.h"
#include "parity/handlers.h"

namespace facet::parity {

namespace {

Value to_list(const at::Tensor& values) {
  Value::List list;
  for (std::int64_t i = 0; i < values.numel(); ++i) list.push_back(values[i].item<double>());
  return list;
}

}  // namespace

Arrays criterion_nn(const ReferenceCase& reference, Registry& registry) {
  Table options = to_table(reference.options);
  for (const char* name : {"weight", "pos_weight"})
    if (reference.has_input(name)) options.set(name, to_list(reference.input(name)));
  const auto criterion = create<SupervisedCriterion>(registry, reference.name, options);

  const at::Tensor input = leaf(reference.input("input"));
  Targets targets{reference.input("target"), {}};
  Arrays others;
  for (const char* name : {"input2", "var"}) {
    if (!reference.has_input(name)) continue;
    others[name] = leaf(reference.input(name));
    targets.others.push_back(others[name]);
  }
  // (anchor, positive, negative) there, (prediction, target, negative) in Facet.
  if (reference.name == "nn.TripletMarginLoss") std::swap(targets.target, targets.others.at(0));
  const at::Tensor loss = criterion->forward(input, targets);
  loss.backward();

  Arrays got = {{"loss", loss}, {"grad_input", grad_of(input)}};
  for (const auto& [name, other] : others) got["grad_" + name] = grad_of(other);
  return got;
}

}  // namespace facet::parity
