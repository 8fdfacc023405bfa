#include "framework/conformance/finite_differences.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/tensor.h>
#include <gmock/gmock.h>

#include "message_of.h"

namespace facet {
namespace {

at::Tensor leaf(std::vector<double> values) {
  return at::tensor(values, at::kDouble).set_requires_grad(true);
}

TEST(FiniteDifferences, AgreeWithTheGradientOfACube) {
  const at::Tensor x = leaf({1, -2, 3});
  require_gradients({{"x", x}}, [&] { return x.pow(3).sum(); });
  EXPECT_EQ(x[1].item<double>(), -2) << "the leaf is as it was";
}

TEST(FiniteDifferences, NameTheLeafWhoseGradientIsWrong) {
  const at::Tensor x = leaf({1, 2}), y = leaf({3, 4});
  const auto forgets_y = [&] { return (x * y.detach()).sum(); };
  EXPECT_THAT(message_of([&] {
                require_gradients({{"x", x}, {"y", y}}, forgets_y);
              }),
              testing::StartsWith("along a direction of y, its gradient says 0, and differences"));
}

TEST(FiniteDifferences, FindAFactorThatIsALittleWrong) {
  const at::Tensor x = leaf({1, 2});
  // The value is x; the gradient is that of 1.001 x.
  const auto wrong = [&] { return (x.detach() + 1.001 * (x - x.detach())).sum(); };
  EXPECT_NE(message_of([&] { require_gradients({{"x", x}}, wrong); }), "");
}

}  // namespace
}  // namespace facet
