#include "facet/kinds.h"

#include <algorithm>

namespace facet {

const std::vector<ComponentKind>& component_kinds() {
  static const std::vector<ComponentKind> kinds = {
      {"attribution", "maps of which neurons an encoder's outputs depend on"},
      {"criterion", "the loss of an objective"},
      {"distribution", "which bins are the positives of a reference"},
      {"learning_rate", "a schedule of the learning rate"},
      {"mask", "hides parts of the windows while training"},
      {"model", "the encoder", {"renormalize", "adapt"}},
      {"observer", "watches a run"},
      {"optimizer", "how parameters are updated"},
      {"prior", "how references and negatives are drawn"},
      {"reader", "reads the files of a format"},
      {"regularizer", "a penalty beside the losses", {"weight", "objectives"}},
      {"scheduler", "weights by step"}};
  return kinds;
}

bool is_reserved(const std::string& kind, const std::string& option) {
  if (option == "name") return true;
  return std::any_of(
      component_kinds().begin(), component_kinds().end(), [&](const ComponentKind& known) {
        const auto& keys = known.engine_keys;
        return known.name == kind && std::find(keys.begin(), keys.end(), option) != keys.end();
      });
}

}  // namespace facet
