#include <map>

#include "framework/conformance/check.h"

namespace facet {

namespace {

Checks checks_of_kind(const ComponentInfo& component) {
  if (component.kind == "criterion") return criterion_checks(component.form);
  static const std::map<std::string, Checks (*)()> by_kind = {
      {"attribution", attribution_checks},
      {"distribution", distribution_checks},
      {"learning_rate", learning_rate_checks},
      {"mask", mask_checks},
      {"model", model_checks},
      {"observer", observer_checks},
      {"optimizer", optimizer_checks},
      {"prior", prior_checks},
      {"reader", reader_checks},
      {"regularizer", regularizer_checks},
      {"scheduler", scheduler_checks},
      {"writer", writer_checks}};
  return by_kind.at(component.kind)();
}

}  // namespace

Checks checks_of(const ComponentInfo& component) {
  Checks checks;
  for (const Checks& more :
       {description_checks(), checks_of_kind(component), repetition_checks(),
        number_checks(component.kind), gradient_checks(component.kind),
        device_checks(component.kind), environment_checks(), leftover_checks()})
    checks.insert(checks.end(), more.begin(), more.end());
  return checks;
}

}  // namespace facet
