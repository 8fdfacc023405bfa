#include "framework/viewer/packed_column.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>
#include <gmock/gmock.h>

#include <limits>

#include "unpacked.h"

namespace facet {
namespace {

using testing::DoubleNear;
using testing::ElementsAre;
using testing::IsNan;
using testing::Pointwise;

TEST(PackedColumn, KeepsNumbersToHalfAStep) {
  const at::Tensor numbers = at::tensor({-3.0, 5.0, 1.7, 4.99, -2.2, 0.0});
  EXPECT_THAT(unpacked(packed_column(numbers, 4094)),
              ElementsAre(-3, 5, DoubleNear(1.7, 8.0 / 8188), DoubleNear(4.99, 8.0 / 8188),
                          DoubleNear(-2.2, 8.0 / 8188), DoubleNear(0, 8.0 / 8188)));
  EXPECT_THAT(unpacked(packed_column(numbers, 65534))[2], DoubleNear(1.7, 8.0 / 131068));
}

TEST(PackedColumn, SaysWhatIsMissing) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const double infinite = std::numeric_limits<double>::infinity();
  EXPECT_THAT(unpacked(packed_column(at::tensor({nan, 2.0, infinite, -4.0, -infinite}), 4094)),
              ElementsAre(IsNan(), 2, IsNan(), -4, IsNan()));
  EXPECT_THAT(unpacked(packed_column(at::tensor({nan, nan}), 4094)), ElementsAre(IsNan(), IsNan()));
}

TEST(PackedColumn, OfOneValueHasNoSteps) {
  EXPECT_THAT(unpacked(packed_column(at::tensor({0.25F, 0.25F}), 4094)), ElementsAre(0.25, 0.25));
}

TEST(PackedColumn, KeepsClassesAsTheyAre) {
  const at::Tensor classes = at::tensor({0, 65534, 1, -1, 32768, 65535, 7}, at::kLong);
  EXPECT_THAT(unpacked(packed_classes(classes)),
              ElementsAre(0, 65534, 1, IsNan(), 32768, IsNan(), 7));
}

/// What moves slowly in time takes less room.
TEST(PackedColumn, OfASmoothCurveIsSmall) {
  const at::Tensor curve = (at::arange(10000, at::kDouble) / 500).sin();
  const auto size = [](const nlohmann::json& column) {
    return column["levels"].get<std::string>().size();
  };
  EXPECT_LT(size(packed_column(curve, 4094)), 10000U);
}

}  // namespace
}  // namespace facet
