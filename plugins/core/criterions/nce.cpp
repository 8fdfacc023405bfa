#include "nce.h"

#include <ATen/ops/full.h>

#include "../kernels/nce.h"
#include "contrastive_loss.h"
#include "facet/plugin.h"

namespace facet {

void NCE::Options::describe(OptionsDescription<Options>& options) {
  options.add("temperature", &Options::temperature, "divides the similarities").above(0);
  options.add("negative_weight", &Options::negative_weight, "multiplies the part of the negatives")
      .at_least(0);
  options.add("reduce", &Options::reduce, "how the negatives of a reference become one number")
      .one_of({"mean", "sum"});
}

ContrastiveLoss NCE::forward(const at::Tensor& reference, const at::Tensor& positive,
                             const at::Tensor& negative) {
  using kernels::Reduction;
  const Reduction reduction = options_.reduce == "sum" ? Reduction::sum : Reduction::mean;
  const ContrastiveDefinition definition{
      "NCE",
      [reduction](const kernels::Samples& samples, bool with_gradient) {
        return kernels::nce(samples, with_gradient, reduction);
      },
      options_.negative_weight};
  return contrastive_loss(definition, reference, positive, negative,
                          at::full({}, 1 / options_.temperature, reference.options()));
}

FACET_PLUGIN(registrar) {
  registrar.add<NCE>("NCE", "positives and negatives told apart by logistic regression");
}

}  // namespace facet
