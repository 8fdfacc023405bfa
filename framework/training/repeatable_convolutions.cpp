#include "framework/training/repeatable_convolutions.h"

#include <ATen/Context.h>

#include <mutex>

namespace facet {

namespace {

std::mutex one_at_a_time;
int living = 0;
bool before = false;

}  // namespace

RepeatableConvolutions::RepeatableConvolutions() {
  const std::lock_guard lock(one_at_a_time);
  if (living++ > 0) return;
  before = at::globalContext().deterministicCuDNN();
  at::globalContext().setDeterministicCuDNN(true);
}

RepeatableConvolutions::~RepeatableConvolutions() {
  const std::lock_guard lock(one_at_a_time);
  if (--living == 0) at::globalContext().setDeterministicCuDNN(before);
}

}  // namespace facet
