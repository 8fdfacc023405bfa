#include "register_attributions.h"

#include "feature_ablation.h"
#include "gradient_shap.h"
#include "integrated_gradients.h"
#include "jacobian.h"

namespace facet {

void register_attributions(Registrar& registrar) {
  registrar.add_default<Jacobian>("jacobian-based", "the Jacobian (map jf) and its inverses",
                                  {"jf"});
  registrar.add<Jacobian>("neuron-gradient", "jacobian-based under the name neuron-gradient",
                          {"neuron-gradient"});
  registrar.add<FeatureAblation>("feature-ablation", "what outputs lose when a neuron is silent");
  registrar.add<IntegratedGradients>("integrated-gradients",
                                     "gradients along the path from silence to the signals");
  registrar.add<GradientShap>("neuron-gradient-shap",
                              "integrated gradients at random points from random baselines");
}

}  // namespace facet
