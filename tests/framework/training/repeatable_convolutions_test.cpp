#include "framework/training/repeatable_convolutions.h"

#include <ATen/Context.h>
#include <gtest/gtest.h>

#include <optional>

namespace facet {
namespace {

TEST(RepeatableConvolutions, LastUntilTheLastIsGoneAndAreThenAsBefore) {
  const auto repeatable = [] { return at::globalContext().deterministicCuDNN(); };
  ASSERT_FALSE(repeatable()) << "libtorch's default";
  std::optional<RepeatableConvolutions> one(std::in_place), other(std::in_place);
  EXPECT_TRUE(repeatable());
  one.reset();
  EXPECT_TRUE(repeatable());
  other.reset();
  EXPECT_FALSE(repeatable());
}

}  // namespace
}  // namespace facet
