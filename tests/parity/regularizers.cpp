#include <ATen/Functions.h>

#include "facet/regularizer.h"
#include "framework/run_folder/model_file.h"
#include "parity/components.h"
#include "parity/handlers.h"

namespace facet::parity {

namespace {

/// A case's model, and the regularizer that looks at a slice of what it makes of `x`.
struct Regularized {
  std::shared_ptr<Model> model;
  std::shared_ptr<Regularizer> regularizer;
  at::Tensor x;
  std::int64_t begin;
  std::int64_t end;

  at::Tensor penalty(Random random) const {
    return regularizer->penalty(x, model->forward(x).slice(1, begin, end), random);
  }
};

Regularized regularized(const ReferenceCase& reference, Registry& registry) {
  const auto& options = reference.options;
  const auto model = create_model(registry, options.at("model"), options.at("model_options"));
  copy_state(reference, "state.", model_state(*model));
  const auto regularizer =
      create<Regularizer>(registry, reference.name, {{"n", to_value(options.at("n"))}});
  return {model, regularizer, leaf(reference.input("x")), options.at("slice").at(0),
          options.at("slice").at(1)};
}

}  // namespace

Arrays regularizer(const ReferenceCase& reference, Registry& registry) {
  const Regularized slice = regularized(reference, registry);
  const at::Tensor penalty = slice.penalty(Random(0));
  penalty.backward();
  Arrays got = {{"penalty", penalty}};
  for (const NamedTensor& own : model_state(*slice.model))
    got["grad." + own.name] = grad_of(own.tensor);
  return got;
}

Arrays regularizer_random(const ReferenceCase& reference, Registry& registry) {
  const Regularized slice = regularized(reference, registry);
  std::vector<at::Tensor> penalties;
  for (std::uint64_t draw = 0; draw < reference.options.at("draws").get<std::uint64_t>(); ++draw)
    penalties.push_back(slice.penalty(Random(0, "projections", draw)).detach());
  const at::Tensor all = at::stack(penalties).to(at::kDouble);
  return {{"mean", all.mean()}, {"std", all.std(false)}};
}

}  // namespace facet::parity
