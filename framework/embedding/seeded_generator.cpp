#include "framework/embedding/seeded_generator.h"

#include <ATen/CPUGeneratorImpl.h>

namespace facet {

namespace {

std::recursive_mutex& one_at_a_time() {
  static std::recursive_mutex mutex;
  return mutex;
}

}  // namespace

SeededGenerator::SeededGenerator(std::uint64_t seed)
    : alone_(one_at_a_time()), generator_(at::detail::getDefaultCPUGenerator()) {
  const std::lock_guard lock(generator_.mutex());
  before_ = generator_.get_state();
  generator_.set_current_seed(seed);
}

SeededGenerator::~SeededGenerator() {
  const std::lock_guard lock(generator_.mutex());
  generator_.set_state(before_);
}

}  // namespace facet
