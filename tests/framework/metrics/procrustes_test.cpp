#include "framework/metrics/procrustes.h"

#include <ATen/TensorOperators.h>
#include <gmock/gmock.h>

#include <cmath>

#include "framework/metrics/metrics_data.h"
#include "message_of.h"

namespace facet {
namespace {

const at::Tensor shape = doubles({1, 0, 0, 2, 3, 1, -1, 1}, 2);

at::Tensor rotation(double angle) {
  return doubles({std::cos(angle), -std::sin(angle), std::sin(angle), std::cos(angle)}, 2);
}

// scipy.linalg.orthogonal_procrustes on the same numbers.
TEST(Procrustes, IsTheNearestRotation) {
  const at::Tensor reference =
      at::mm(shape, rotation(0.5)) + 0.1 * doubles({1, -1, 0, 1, -1, 0, 1, 1}, 2);
  EXPECT_TRUE(at::allclose(
      procrustes(reference, shape, 1),
      doubles({0.8726145076454637, -0.48840958328708667, 0.48840958328708667, 0.8726145076454637},
              2),
      0, 1e-12));
}

TEST(Procrustes, AllowsReflections) {
  const at::Tensor mirror = doubles({1, 0, 0, -1}, 2);
  EXPECT_TRUE(at::allclose(procrustes(at::mm(shape, mirror), shape, 1), mirror));
}

TEST(Procrustes, MatchesRowsByTheirLabels) {
  const at::Tensor order = classes({2, 0, 3, 1});
  const at::Tensor reference = at::mm(shape, rotation(0.5)).index_select(0, order);
  const at::Tensor labels = doubles({10, 20, 30, 40}, 1);
  EXPECT_TRUE(at::allclose(
      procrustes(reference, shape, 1, labels.index_select(0, order) + 0.1, labels), rotation(0.5)));
}

TEST(Procrustes, RefusesWhatDoesNotFit) {
  EXPECT_EQ(message_of([] { procrustes(shape, shape.narrow(1, 0, 1)); }),
            "an embedding of 1 columns cannot be rotated onto one of 2");
  EXPECT_EQ(message_of([] { procrustes(shape, shape.narrow(0, 0, 3)); }),
            "embeddings of different lengths are aligned by labels");
  EXPECT_EQ(message_of([] {
              procrustes(shape, shape, 1, doubles({1, 2, 3, 4}, 1));
            }),
            "embeddings are aligned by the labels of both or of neither");
  EXPECT_EQ(message_of([] { procrustes(shape, shape, 5); }), "the reference has fewer than 5 rows");
}

TEST(Ensemble, AveragesWhatWasRotatedOntoTheFirst) {
  const at::Tensor curve = at::stack({range(0, 40).cos(), range(0, 40) / 10.}, 1).to(at::kDouble);
  const at::Tensor turned = at::mm(curve, rotation(1.2));
  // Neighbours in time count too, so that the rotation is not quite undone.
  const at::Tensor joint = ensemble({curve, turned});
  EXPECT_LT((joint - curve).abs().max().item<double>(), 0.05);
  EXPECT_TRUE(at::allclose(ensemble({curve, turned}, true), joint / joint.norm(2, 1, true)));
}

}  // namespace
}  // namespace facet
