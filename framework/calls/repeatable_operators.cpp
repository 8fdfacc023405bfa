#include "framework/calls/repeatable_operators.h"

#include <ATen/Context.h>
#include <torch/version.h>

#include <mutex>

namespace facet {

namespace {

constexpr bool one_dnn_is_right = TORCH_VERSION_MAJOR >= 2;

std::mutex one_at_a_time;
int living = 0;

struct Settings {
  bool deterministic_cudnn = false;
  bool one_dnn = true;
  bool tf32 = false;

  static Settings now() {
    return {at::globalContext().deterministicCuDNN(), at::globalContext().userEnabledMkldnn(),
            at::globalContext().allowTF32CuDNN()};
  }
  void set() const {
    at::globalContext().setDeterministicCuDNN(deterministic_cudnn);
    at::globalContext().setUserEnabledMkldnn(one_dnn);
    at::globalContext().setAllowTF32CuDNN(tf32);
  }
};

Settings before;

}  // namespace

RepeatableOperators::RepeatableOperators() {
  const std::lock_guard lock(one_at_a_time);
  if (living++ > 0) return;
  before = Settings::now();
  Settings{true, before.one_dnn && one_dnn_is_right, false}.set();
}

RepeatableOperators::~RepeatableOperators() {
  const std::lock_guard lock(one_at_a_time);
  if (--living == 0) before.set();
}

}  // namespace facet
