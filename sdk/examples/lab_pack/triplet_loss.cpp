#include "triplet_loss.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/cdist.h>

namespace lab {

const facet::Documentation TripletLoss::documentation = {
    .formula = "mean max(0, margin + |r - p|^2 - |r - n|^2)",
    .source = "Schroff, Kalenichenko, Philbin: FaceNet (2015)"};

void TripletLoss::Options::describe(facet::OptionsDescription<Options>& options) {
  options.add("margin", &Options::margin, "by how much a negative is to be farther").above(0);
}

facet::ContrastiveLoss TripletLoss::forward(const at::Tensor& reference, const at::Tensor& positive,
                                            const at::Tensor& negative) {
  const at::Tensor near = (reference - positive).square().sum(1, /*keepdim=*/true);
  const at::Tensor far = at::cdist(reference, negative).square();
  const at::Tensor total = (near - far + margin_).clamp_min(0).mean();
  const at::Tensor alignment = near.mean();
  return {total, alignment, total - alignment};
}

}  // namespace lab
