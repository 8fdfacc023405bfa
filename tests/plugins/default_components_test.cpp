// What a config gets that names no component: as in CEBRA.
#include <gtest/gtest.h>

#include "framework/config/training_config.h"
#include "plugins/built_plugins.h"

namespace facet {
namespace {

TEST(DefaultComponents, AreThoseOfCebra) {
  const Registry& registry = built_plugins();
  EXPECT_EQ(registry.default_of("model"), "offset1-model");
  EXPECT_EQ(registry.default_of("optimizer"), "Adam");
  EXPECT_EQ(registry.default_of("prior"), "empirical");
  EXPECT_EQ(std::get<std::int64_t>(TrainingConfig().batch_size), 512);
}

}  // namespace
}  // namespace facet
