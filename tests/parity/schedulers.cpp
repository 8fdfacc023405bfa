#include <ATen/Functions.h>

#include "facet/scheduler.h"
#include "parity/components.h"
#include "parity/handlers.h"

namespace facet::parity {

Arrays scheduler(const ReferenceCase& reference, Registry& registry) {
  Table options = to_table(reference.options);
  options.erase("steps");
  const at::Tensor& want = reference.expected.at("weights");
  const auto weights_at = create<Scheduler>(registry, reference.name, options, {want.size(1)});

  at::Tensor active = at::zeros({want.size(0)}, at::kLong);
  at::Tensor weights = at::zeros({want.size(0), want.size(1)}, at::kDouble);
  for (std::int64_t step = 0; step < want.size(0); ++step) {
    const auto now = weights_at->weights(step);
    if (!now) continue;
    active[step] = 1;
    weights[step].copy_(at::tensor(*now, at::kDouble));
  }
  return {{"active", active}, {"weights", weights}};
}

}  // namespace facet::parity
