#include "framework/attribution/pseudo_inverse.h"

#include <ATen/Functions.h>
#include <gtest/gtest.h>

namespace facet {
namespace {

at::Tensor matrices(const std::vector<double>& values) {
  return at::tensor(values, at::kDouble).view({-1, 2, 3});
}

const at::Tensor jacobians = matrices({1, 2, 3, 4, 5, 6, 1, 2, 3, 2, 4, 6 + 1e-8});
// numpy.linalg.pinv(J, rcond=3 * eps32).T of each: the second matrix has rank one but for noise.
const at::Tensor inverses = matrices(
    {-0.9444444444444446, -0.11111111111111086, 0.722222222222222, 0.4444444444444444,
     0.111111111111111, -0.22222222222222202, 0.014285714248979597, 0.028571428497959187,
     0.042857142804081635, 0.028571428528571443, 0.05714285705714287, 0.08571428570000002});

TEST(PseudoInverse, IsTheTransposedMoorePenroseInverse) {
  EXPECT_TRUE(at::allclose(inverse_by_svd(jacobians), inverses, 0, 1e-12));
  EXPECT_TRUE(at::allclose(inverse_by_least_squares(jacobians), inverses, 0, 1e-12));
}

TEST(PseudoInverse, OfMoreOutputsThanNeuronsIsALeftInverse) {
  const at::Tensor tall = jacobians.narrow(0, 0, 1).transpose(1, 2);
  const at::Tensor wanted = inverses.narrow(0, 0, 1).transpose(1, 2);
  EXPECT_TRUE(at::allclose(inverse_by_svd(tall), wanted, 0, 1e-12));
  EXPECT_TRUE(at::allclose(inverse_by_least_squares(tall), wanted, 0, 1e-12));
}

TEST(PseudoInverse, IsComputedInDoublePrecision) {
  const at::Tensor single = jacobians.to(at::kFloat);
  EXPECT_EQ(inverse_by_svd(single).scalar_type(), at::kDouble);
  EXPECT_EQ(inverse_by_least_squares(single).scalar_type(), at::kDouble);
}

}  // namespace
}  // namespace facet
