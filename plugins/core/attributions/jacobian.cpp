#include "jacobian.h"

#include "facet/plugin.h"
#include "output_gradients.h"

namespace facet {

at::Tensor Jacobian::attribute(Model& model, const at::Tensor& windows, Random&) const {
  return output_gradients(model, windows);
}

FACET_PLUGIN(registrar) {
  registrar.add_default<Jacobian>("jacobian-based", "the Jacobian (map jf) and its inverses",
                                  {"jf"});
  registrar.add<Jacobian>("neuron-gradient", "jacobian-based under the name neuron-gradient",
                          {"neuron-gradient"});
}

}  // namespace facet
