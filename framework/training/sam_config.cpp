#include "framework/training/sam_config.h"

namespace facet {

void SamConfig::describe(OptionsDescription<SamConfig>& options) {
  options.add("rho", &SamConfig::rho, "how far away the gradient is taken").above(0);
}

}  // namespace facet
