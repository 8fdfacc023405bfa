#pragma once

#include <cfenv>
#include <locale>

namespace facet {

/// While it lives, a component may change the program's locale and how this thread computes with
/// floating point; afterwards both are as they were. Numbers would be written otherwise, rounded
/// otherwise, or end the process.
class KeptEnvironment {
 public:
  KeptEnvironment() { std::fegetenv(&arithmetic_); }
  ~KeptEnvironment() {
    std::fesetenv(&arithmetic_);
    if (std::locale() != locale_) std::locale::global(locale_);
  }
  KeptEnvironment(const KeptEnvironment&) = delete;
  KeptEnvironment& operator=(const KeptEnvironment&) = delete;

 private:
  const std::locale locale_;  // the program's, when it is made
  std::fenv_t arithmetic_;
};

}  // namespace facet
