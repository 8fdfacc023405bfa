#include "framework/judging/label_column.h"

#include <ATen/ops/tensor.h>
#include <gtest/gtest.h>

#include "message_of.h"

namespace facet {
namespace {

Labels a_plane_and_trials() {
  return {
      3,
      {{"position", LabelKind::continuous, at::tensor({1., 10., 2., 20., 3., 30.}).view({3, 2})},
       {"trial", LabelKind::discrete, at::tensor({4, 4, 5}, at::kLong)},
       {"odd[7]", LabelKind::continuous, at::tensor({7., 8., 9.}).view({3, 1})}}};
}

TEST(LabelColumn, IsOneWhereANumberSaysSo) {
  const Label second = label_column(a_plane_and_trials(), "position[1]");
  EXPECT_EQ(second.name, "position[1]");
  EXPECT_TRUE(second.values.equal(at::tensor({10., 20., 30.}).view({3, 1})));
  EXPECT_EQ(label_column(a_plane_and_trials(), "position").values.size(1), 2);
  EXPECT_EQ(label_column(a_plane_and_trials(), "trial[0]").name, "trial");
  EXPECT_EQ(label_column(a_plane_and_trials(), "odd[7]").values[0][0].item<double>(), 7);
}

TEST(LabelColumn, SaysWhatThereIs) {
  EXPECT_EQ(message_of([] { label_column(a_plane_and_trials(), "position[2]"); }),
            "label 'position' has no column 2: it has 2, from 0");
  EXPECT_EQ(message_of([] { label_column(a_plane_and_trials(), "speed[1]"); }),
            "there is no label 'speed'; the recording has 'position', 'trial', 'odd[7]'");
}

}  // namespace
}  // namespace facet
