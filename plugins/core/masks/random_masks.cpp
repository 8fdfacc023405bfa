#include "random_masks.h"

#include <ATen/ops/rand.h>

#include "facet/plugin.h"

namespace facet {

namespace {

at::Tensor kept_at_random(at::IntArrayRef sizes, double ratio, Random& random) {
  return at::rand(sizes, random.generator()).ge(ratio).to(at::kFloat);
}

}  // namespace

at::Tensor RandomNeuronMask::keep(const WindowShape& shape, Random& random) const {
  const double ratio = options_.draw(random);
  return kept_at_random({shape.num_windows, shape.num_neurons, 1}, ratio, random);
}

at::Tensor RandomTimestepMask::keep(const WindowShape& shape, Random& random) const {
  const double ratio = options_.draw(random);
  return kept_at_random({shape.num_windows, 1, shape.num_bins}, ratio, random);
}

FACET_PLUGIN(registrar) {
  registrar.add<RandomNeuronMask>("RandomNeuronMask", "hides neurons, each by chance");
  registrar.add<RandomTimestepMask>("RandomTimestepMask", "hides bins, each by chance");
}

}  // namespace facet
