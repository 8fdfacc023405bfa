#pragma once

#include <functional>
#include <string>
#include <vector>

#include "framework/conformance/in_child.h"
#include "framework/conformance/tried.h"

namespace facet {

/// One thing that a component is tried for.
struct Check {
  const char* name;
  std::string tried;                      ///< what is tried, a sentence for the user
  std::function<void(const Tried&)> run;  ///< throws Error that says what went wrong
  Leaving leaving = Leaving::at_once;     ///< how the process in which it is tried ends
};

/// The first one, of all kinds: what does not pass it is tried for nothing else.
Check usable_check();

/// The other checks for a component of this kind and form, in the order in which they are made.
std::vector<Check> checks_of(const ComponentInfo& component);

// By concept; each list is for the kinds that its file names.
using Checks = std::vector<Check>;
Checks description_checks();                    ///< documentation and options
Checks environment_checks();                    ///< what the process shares
Checks leftover_checks();                       ///< what it leaves behind in and beside the process
Checks repetition_checks();                     ///< the same again, and again
Checks number_checks(const std::string& kind);  ///< types and magnitudes, of what computes
Checks gradient_checks(const std::string& kind);
Checks device_checks(const std::string& kind);  ///< one of this name, or none
inline constexpr const char* device_check = "device";
Checks criterion_checks(const std::string& form);
Checks model_checks();
Checks attribution_checks();
Checks regularizer_checks();
Checks distribution_checks();
Checks prior_checks();
Checks mask_checks();
Checks scheduler_checks();
Checks learning_rate_checks();
Checks optimizer_checks();
Checks observer_checks();
Checks reader_checks();
Checks writer_checks();

}  // namespace facet
