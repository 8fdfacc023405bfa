#include "framework/report/plotted_label.h"

#include <ATen/ops/tensor.h>
#include <gtest/gtest.h>

#include "message_of.h"

namespace facet {
namespace {

Labels some_labels() {
  return {
      3,
      {{"position", LabelKind::continuous, at::tensor({1., 10., 2., 20., 3., 30.}).view({3, 2})},
       {"trial", LabelKind::discrete, at::tensor({4, 4, 5}, at::kLong)},
       {"odd[7]", LabelKind::continuous, at::tensor({7., 8., 9.}).view({3, 1})}}};
}

TEST(PlottedLabel, IsOneColumn) {
  const Label second = plotted_label(some_labels(), "position[1]");
  EXPECT_EQ(second.name, "position[1]");
  EXPECT_TRUE(second.values.equal(at::tensor({10., 20., 30.}).view({3, 1})));
  EXPECT_EQ(plotted_label(some_labels(), "position").name, "position[0]");
  EXPECT_EQ(plotted_label(some_labels(), "").name, "position[0]");
  EXPECT_EQ(plotted_label(some_labels(), "trial").name, "trial");
  EXPECT_EQ(plotted_label(some_labels(), "odd[7]").values[0][0].item<double>(), 7);
}

TEST(PlottedLabel, SaysWhatThereIs) {
  EXPECT_EQ(message_of([] { plotted_label(some_labels(), "position[2]"); }),
            "label 'position' has no column 2: it has 2, from 0");
  EXPECT_EQ(message_of([] { plotted_label(some_labels(), "trial[1]"); }),
            "label 'trial' has no column 1: it has one");
  EXPECT_NE(message_of([] { plotted_label(some_labels(), "position[x]"); }).find("'position[x]'"),
            std::string::npos);
  EXPECT_EQ(message_of([] { plotted_label(Labels(3, {}), ""); }),
            "the embedding has no labels to be coloured by");
}

}  // namespace
}  // namespace facet
