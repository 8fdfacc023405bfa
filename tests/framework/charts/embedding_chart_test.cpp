#include "framework/charts/embedding_chart.h"

#include <ATen/Functions.h>
#include <gmock/gmock.h>

#include <limits>
#include <set>

#include "framework/charts/drawn.h"
#include "message_of.h"

namespace facet {
namespace {

using ::testing::IsSupersetOf;

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

TEST(EmbeddingChart, LeavesOutWhatIsNotKnown) {
  Label label{"speed", LabelKind::continuous, at::tensor({1., 2., 3., 4.}).view({4, 1})};
  label.values[3][0] = std::numeric_limits<double>::quiet_NaN();
  at::Tensor embedding = at::rand({4, 3});
  embedding[2][0] = std::numeric_limits<float>::quiet_NaN();
  const Drawing drawing = embedding_chart(embedding, {{0, 3}}, label);
  EXPECT_EQ(colours_of(drawn<Image>(drawing)[0]),
            (std::set<std::string>{to_hex(ramp_colour(0)), to_hex(ramp_colour(1))}));
  label.values.fill_(std::numeric_limits<double>::quiet_NaN());
  EXPECT_EQ(message_of([&] {
              embedding_chart(embedding, {{0, 3}}, label);
            }),
            "in no bin both the embedding and 'speed' are known");
}

}  // namespace
}  // namespace facet
