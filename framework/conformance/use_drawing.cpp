#include <ATen/ops/tensor.h>

#include "facet/distribution.h"
#include "facet/mask.h"
#include "framework/conformance/doing.h"
#include "framework/conformance/uses_by_kind.h"

namespace facet {

namespace {

at::Tensor bins_tensor(const std::vector<std::int64_t>& bins) {
  return at::tensor(bins, at::kLong);
}

}  // namespace

Use use_distribution(const Tried& tried) {
  return [distribution = tried.make<Distribution>(trial_space())](const Situation& situation) {
    const Bins& allowed = distribution->references();
    Random random(situation.seed);
    std::vector<std::int64_t> references;
    for (std::int64_t i = 0; i < situation.rows; ++i)
      references.push_back(allowed[random.below(allowed.size())]);
    now_doing("its sample()");
    return Results{{"positives", bins_tensor(distribution->sample(references, random))}};
  };
}

Use use_prior(const Tried& tried) {
  return [prior = tried.make<Prior>(trial_space())](const Situation& situation) {
    Random random(situation.seed);
    now_doing("its sample()");
    return Results{{"references", bins_tensor(prior->sample(situation.rows, random))}};
  };
}

Use use_mask(const Tried& tried) {
  return [mask = tried.make<Mask>()](const Situation& situation) {
    Random random(situation.seed);
    now_doing("its keep()");
    return Results{{"mask", mask->keep({situation.rows, 4, 10}, random)}};
  };
}

}  // namespace facet
