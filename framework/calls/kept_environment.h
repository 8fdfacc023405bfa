#pragma once

#include <ATen/core/grad_mode.h>
#include <c10/core/DefaultDtype.h>
#include <c10/util/typeid.h>

#include <cfenv>
#include <clocale>
#include <locale>
#include <string>

namespace facet {

/// While it lives, a component may change the program's locale, how this thread computes with
/// floating point, whether it records gradients and of which type tensors are by default;
/// afterwards all are as they were. Numbers would be written otherwise, rounded otherwise, end the
/// process, or nothing more would be learned.
class KeptEnvironment {
 public:
  KeptEnvironment() { std::fegetenv(&arithmetic_); }
  ~KeptEnvironment() {
    std::fesetenv(&arithmetic_);
    if (c10::get_default_dtype() != type_) c10::set_default_dtype(type_);
    if (std::locale() != locale_) std::locale::global(locale_);
    if (numbers_ != std::setlocale(LC_NUMERIC, nullptr))
      std::setlocale(LC_NUMERIC, numbers_.c_str());
  }
  KeptEnvironment(const KeptEnvironment&) = delete;
  KeptEnvironment& operator=(const KeptEnvironment&) = delete;

 private:
  const std::locale locale_;  // the program's, when it is made
  const std::string numbers_ = std::setlocale(LC_NUMERIC, nullptr);  // that of C
  const caffe2::TypeMeta type_ = c10::get_default_dtype();
  const at::AutoGradMode gradients_{at::GradMode::is_enabled()};
  std::fenv_t arithmetic_;
};

}  // namespace facet
