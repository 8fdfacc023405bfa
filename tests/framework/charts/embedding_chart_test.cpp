#include "framework/charts/embedding_chart.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>
#include <gmock/gmock.h>

#include <limits>
#include <set>

#include "framework/charts/drawn.h"
#include "message_of.h"

namespace facet {
namespace {

using ::testing::Contains;
using ::testing::IsSupersetOf;
using ::testing::Not;

Label classes_label() {
  return {"side", LabelKind::discrete, at::tensor({0, 1, 0, 1}, at::kLong), {"left", "right"}};
}

std::set<std::string> colours_of(const Image& image) {
  std::set<std::string> colours;
  for (std::size_t i = 0; i < image.pixels.size(); i += 4)
    if (image.pixels[i + 3] != 0)
      colours.insert(
          to_hex({image.pixels[i] / 255., image.pixels[i + 1] / 255., image.pixels[i + 2] / 255.}));
  return colours;
}

TEST(EmbeddingChart, HasACloudForEachFacet) {
  const Drawing drawing = embedding_chart(at::rand({4, 5}), {{0, 5}, {2, 5}}, classes_label());
  EXPECT_EQ(drawn<Image>(drawing).size(), 2u);
  EXPECT_THAT(texts_in(drawing),
              IsSupersetOf({"columns 0:5", "columns 2:5", "side", "'left'", "'right'"}));
}

TEST(EmbeddingChart, ColoursBinsByTheirClass) {
  const Drawing drawing = embedding_chart(at::rand({4, 3}), {{0, 3}}, classes_label());
  EXPECT_EQ(colours_of(drawn<Image>(drawing)[0]), (std::set<std::string>{"#0072b2", "#d55e00"}));
}

TEST(EmbeddingChart, ColoursAnglesAroundACircle) {
  // 0 and 360 degrees look the same, half a turn does not.
  const Label label{"heading", LabelKind::continuous,
                    at::tensor({0., 360., 180., 10.}).view({4, 1})};
  const Drawing drawing = embedding_chart(at::rand({4, 3}), {{0, 3}}, label);
  EXPECT_EQ(colours_of(drawn<Image>(drawing)[0]),
            (std::set<std::string>{to_hex(circle_colour(0)), to_hex(circle_colour(0.5)),
                                   to_hex(circle_colour(10 / 360.))}));
  EXPECT_THAT(texts_in(drawing), IsSupersetOf({"heading", "0", "200"}));
}

TEST(EmbeddingChart, NumbersOfClassesAreNoAngles) {
  // From 0 to 359, which would be degrees if they were measured.
  const Label label{"trial", LabelKind::discrete, at::arange(360)};
  const Drawing drawing = embedding_chart(at::rand({360, 3}), {{0, 3}}, label);
  EXPECT_THAT(colours_of(drawn<Image>(drawing)[0]), Contains(to_hex(ramp_colour(1))));
  EXPECT_THAT(texts_in(drawing), IsSupersetOf({"trial", "0", "359"}));
}

/// As many classes as there are bins.
Drawing drawing_of_classes(std::int64_t count) {
  Label label{"place", LabelKind::discrete, at::arange(count)};
  for (std::int64_t i = 0; i < count; ++i) label.classes.push_back("room " + std::to_string(i));
  return embedding_chart(at::rand({count, 3}), {{0, 3}}, label);
}

TEST(EmbeddingChart, TwelveClassesHaveColoursAndNames) {
  const Drawing drawing = drawing_of_classes(12);
  EXPECT_THAT(texts_in(drawing), IsSupersetOf({"'room 0'", "'room 6'", "'room 11'"}));
  EXPECT_THAT(colours_of(drawn<Image>(drawing)[0]), IsSupersetOf({"#0072b2", "#a5d9f9"}));
}

TEST(EmbeddingChart, OfMoreClassesTheFirstAndTheLastAreNamed) {
  const Drawing drawing = drawing_of_classes(13);
  EXPECT_THAT(texts_in(drawing), IsSupersetOf({"place", "'room 0'", "'room 12'"}));
  EXPECT_THAT(texts_in(drawing), Not(Contains("'room 6'")));
  EXPECT_THAT(colours_of(drawn<Image>(drawing)[0]),
              IsSupersetOf({to_hex(ramp_colour(0)), to_hex(ramp_colour(1))}));
}

TEST(EmbeddingChart, WhatHasNoClassIsGrey) {
  Label label = classes_label();
  label.values[3] = -1;
  label.missing = label.values.lt(0);
  const Drawing drawing = embedding_chart(at::rand({4, 3}), {{0, 3}}, label);
  EXPECT_EQ(colours_of(drawn<Image>(drawing)[0]),
            (std::set<std::string>{"#0072b2", "#d55e00", "#969696"}));
  EXPECT_THAT(texts_in(drawing), IsSupersetOf({"'left'", "'right'", "missing"}));
  label.missing.fill_(true);
  EXPECT_EQ(message_of([&] {
              embedding_chart(at::rand({4, 3}), {{0, 3}}, label);
            }),
            "in no bin both the embedding and 'side' are known");
}

TEST(EmbeddingChart, LeavesOutBinsWithoutAnEmbedding) {
  Label label{"speed", LabelKind::continuous, at::tensor({1., 2., 3., 4.}).view({4, 1})};
  label.values[3][0] = std::numeric_limits<double>::quiet_NaN();
  at::Tensor embedding = at::rand({4, 3});
  embedding[2][0] = std::numeric_limits<float>::quiet_NaN();
  const Drawing drawing = embedding_chart(embedding, {{0, 3}}, label);
  EXPECT_EQ(colours_of(drawn<Image>(drawing)[0]),
            (std::set<std::string>{to_hex(ramp_colour(0)), to_hex(ramp_colour(1)), "#969696"}));
  EXPECT_THAT(texts_in(drawing), Contains("missing"));
  label.values.fill_(std::numeric_limits<double>::quiet_NaN());
  EXPECT_EQ(message_of([&] {
              embedding_chart(embedding, {{0, 3}}, label);
            }),
            "in no bin both the embedding and 'speed' are known");
}

TEST(EmbeddingChart, WhatIsGreyIsBehindTheOthers) {
  // All at one place.
  Label label{"speed", LabelKind::continuous, at::tensor({1., 2., 0.}).view({3, 1})};
  label.values[2][0] = std::numeric_limits<double>::quiet_NaN();
  const Drawing drawing = embedding_chart(at::ones({3, 3}), {{0, 3}}, label);
  EXPECT_THAT(colours_of(drawn<Image>(drawing)[0]), Not(Contains("#969696")));
}

TEST(EmbeddingChart, NumbersBelowABarDoNotOverlap) {
  const at::Tensor stamps = 1.7e9 + 0.05 * at::arange(1500, at::kDouble);  // to 1700000074.95
  const Label label{"stamp", LabelKind::continuous, stamps.view({1500, 1})};
  const Drawing drawing = embedding_chart(at::rand({1500, 3}), {{0, 3}}, label);
  EXPECT_THAT(texts_in(drawing), IsSupersetOf({"1700000000", "1700000050"}));
  EXPECT_THAT(texts_in(drawing), Not(Contains("1700000020")));
}

}  // namespace
}  // namespace facet
