#include "framework/viewer/facet_axes.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>
#include <gmock/gmock.h>

#include <cmath>
#include <limits>
#include <vector>

namespace facet {
namespace {

using testing::DoubleNear;
using testing::ElementsAre;

/// A long, a broad and a thin direction.
at::Tensor ellipsoid() {
  const at::Tensor t = at::arange(60, at::kDouble);
  return at::stack({(t * 0.3).sin() * 0.2 + 5, (t * 0.7).cos() * 9 - 1, (t * 0.11).sin() * 2}, 1);
}

at::Tensor seen(const at::Tensor& facet, const nlohmann::json& axes) {
  const auto mean = axes["mean"].get<std::vector<double>>();
  std::vector<at::Tensor> along;
  for (const auto& row : axes["principal"]) {
    const auto weights = row.get<std::vector<double>>();
    along.push_back((facet - at::tensor(mean)).matmul(at::tensor(weights)));
  }
  return at::stack(along, 1);
}

TEST(FacetAxes, TheLongestComesFirst) {
  const at::Tensor spread = seen(ellipsoid(), facet_axes(ellipsoid())).std(0);
  EXPECT_GT(spread[0].item<double>(), spread[1].item<double>());
  EXPECT_GT(spread[1].item<double>(), spread[2].item<double>());
  EXPECT_NEAR(spread[0].item<double>(), ellipsoid().select(1, 1).std().item<double>(), 0.05);
}

TEST(FacetAxes, ATurnedFacetLooksLikeItsReference) {
  const double c = std::cos(0.8), s = std::sin(0.8);
  const std::vector<double> turns = {c, -s, 0, s, c, 0, 0, 0, 1};
  const at::Tensor turned = ellipsoid().matmul(at::tensor(turns).view({3, 3})) + 3;
  const at::Tensor alone = seen(ellipsoid(), facet_axes(ellipsoid()));
  EXPECT_TRUE(at::allclose(seen(turned, facet_axes(turned, ellipsoid())), alone, 1e-8, 1e-8));
}

TEST(FacetAxes, RowsThatAreNotFiniteCountForNothing) {
  at::Tensor holes = ellipsoid().clone();
  holes[3].fill_(std::numeric_limits<double>::quiet_NaN());
  const at::Tensor without = at::cat({ellipsoid().narrow(0, 0, 3), ellipsoid().narrow(0, 4, 56)});
  EXPECT_EQ(facet_axes(holes), facet_axes(without));
}

TEST(FacetAxes, OfTwoColumnsThereAreTwo) {
  const nlohmann::json axes = facet_axes(ellipsoid().narrow(1, 1, 2));
  EXPECT_EQ(axes["principal"].size(), 2U);
  EXPECT_EQ(axes["mean"].size(), 2U);
}

}  // namespace
}  // namespace facet
