#include "framework/metrics/principal_components.h"

#include <ATen/TensorOperators.h>
#include <gmock/gmock.h>

#include "framework/metrics/metrics_data.h"
#include "message_of.h"

namespace facet {
namespace {

Recording recording_of(const at::Tensor& signals) {
  Recording recording;
  recording.name = "some.npz";
  recording.signals = signals.to(at::kFloat);
  recording.segments = {{0, signals.size(0)}};
  return recording;
}

/// 12 bins of 3 channels.
at::Tensor waves() {
  const at::Tensor i = at::arange(36, at::kDouble);
  return ((i * 1.7).sin() + i.pow(1.3).cos()).view({12, 3});
}

// scikit-learn's PCA(2) of the windows of three bins, fitted on the first seven.
TEST(PrincipalComponents, AreThoseOfTheWindows) {
  const at::Tensor expected =
      doubles({1.44616121676198,    -2.2227693232580226, -1.7872310976612766, -0.41313989812678453,
               -2.192106578856847,  1.9795054024835004,  2.195350028103179,   2.8311798559973793,
               1.6440243966907444,  -0.3614559565910118, 0.9415856609976762,  -0.9035474291882594,
               -2.2477836260354565, -0.9097726513168004, -0.3988777559316443, 2.2565076974441824,
               0.7163076446178298,  1.987852475489742,   0.4693314572610646,  0.8624604390828722},
              2);
  const at::Tensor embedding =
      principal_components(recording_of(waves()), Offset{1, 2}, range(0, 8), 2);
  ASSERT_EQ(embedding.size(0), 12);
  // Each component's sign is free.
  EXPECT_TRUE(
      at::allclose(embedding.narrow(0, 1, 10).abs().to(at::kDouble), expected.abs(), 0, 1e-4));
}

TEST(PrincipalComponents, LeaveBinsWithoutAFullWindowOut) {
  const at::Tensor embedding =
      principal_components(recording_of(waves()), Offset{1, 2}, range(0, 12), 2);
  EXPECT_TRUE(embedding[0].isnan().all().item<bool>());
  EXPECT_TRUE(embedding[11].isnan().all().item<bool>());
  EXPECT_TRUE(embedding.narrow(0, 1, 10).isfinite().all().item<bool>());
}

TEST(PrincipalComponents, AreFewerWhereAWindowHasFewerEntries) {
  EXPECT_EQ(principal_components(recording_of(waves()), Offset{0, 1}, range(0, 12), 8).size(1), 3);
}

// 5000 channels of which two hold all there is.
TEST(PrincipalComponents, OfLongWindowsAreFoundFromTheirProducts) {
  const at::Tensor signals = at::zeros({30, 5000}, at::kDouble);
  const at::Tensor time = at::arange(30, at::kDouble);
  signals.select(1, 17).copy_(3 * (time * 0.9).sin());
  signals.select(1, 4000).copy_((time * 0.4).cos());
  const at::Tensor embedding =
      principal_components(recording_of(signals), Offset{0, 1}, range(0, 30), 2);
  const at::Tensor squares = embedding.square().sum(1).to(at::kDouble);
  const at::Tensor pair = signals.index_select(1, classes({17, 4000}));
  EXPECT_TRUE(at::allclose(squares, (pair - pair.mean(0)).square().sum(1), 1e-4, 1e-5));
}

TEST(PrincipalComponents, NeedAWindowToFitOn) {
  EXPECT_EQ(message_of([] {
              principal_components(recording_of(waves()), Offset{1, 2}, range(0, 1), 2);
            }),
            "some.npz has no full window to fit on");
}

}  // namespace
}  // namespace facet
