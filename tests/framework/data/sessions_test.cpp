#include "framework/data/sessions.h"

#include <ATen/Functions.h>
#include <gmock/gmock.h>

#include <limits>

#include "facet/error.h"
#include "message_of.h"

namespace facet {
namespace {

using testing::ElementsAre;

Recording recording(const std::string& name, std::int64_t num_bins, std::int64_t num_channels,
                    std::vector<Label> labels = {}) {
  Recording made;
  made.name = name;
  made.signals = at::zeros({num_bins, num_channels});
  made.labels = Labels(num_bins, std::move(labels));
  made.segments = {{0, 2}, {2, num_bins}};
  return made;
}

Label continuous(const std::string& name, std::int64_t num_bins, double value,
                 std::int64_t columns = 1) {
  return {name, LabelKind::continuous, at::full({num_bins, columns}, value, at::kDouble)};
}

Label discrete(const std::string& name, std::int64_t num_bins) {
  return {name, LabelKind::discrete, at::zeros({num_bins}, at::kLong)};
}

TEST(Sessions, NumberTheirBinsOneAfterTheOther) {
  const Sessions sessions({recording("a", 5, 3), recording("b", 4, 2)});
  EXPECT_EQ(sessions.size(), 2);
  EXPECT_EQ(sessions.name(), "a, b");
  EXPECT_EQ(sessions.num_bins(), 9);
  EXPECT_EQ(sessions.first_bin(0), 0);
  EXPECT_EQ(sessions.first_bin(1), 5);
  EXPECT_THAT(sessions.segments(),
              ElementsAre(Segment{0, 2, 0}, Segment{2, 5, 0}, Segment{5, 7, 1}, Segment{7, 9, 1}));
  EXPECT_THAT(sessions.numbered({{1, 3}}, 1), ElementsAre(Segment{6, 8, 1}));
  EXPECT_TRUE(sessions.session_of_bins().equal(
      at::tensor(std::vector<std::int64_t>{0, 0, 0, 0, 0, 1, 1, 1, 1}, at::kLong)));
}

TEST(Sessions, JoinTheLabelsThatAllHave) {
  const Sessions sessions({recording("a", 3, 1, {continuous("x", 3, 0.5), discrete("k", 3)}),
                           recording("b", 2, 1, {discrete("k", 2), continuous("x", 2, -1)})});
  const at::Tensor x = sessions.labels().continuous("x");
  EXPECT_TRUE(x.flatten().equal(at::tensor({0.5, 0.5, 0.5, -1.0, -1.0}, at::kDouble)));
  EXPECT_EQ(sessions.labels().discrete("k").size(0), 5);
}

TEST(Sessions, UseTheLabelsOfTheirSegmentsAlone) {
  Label label = continuous("x", 4, 1);
  label.values[3] = std::numeric_limits<double>::quiet_NaN();
  Recording cut = recording("a", 4, 1, {label});
  cut.segments = {{0, 3}};
  EXPECT_EQ(Sessions(cut).labels().continuous("x")[2].item<double>(), 1);
  const Sessions joined({recording("b", 2, 1, {continuous("x", 2, 0)}), std::move(cut)});
  EXPECT_EQ(joined.labels().continuous("x").size(0), 6);
}

TEST(Sessions, TellWhyALabelIsNotJoined) {
  const Sessions sessions(
      {recording("a", 3, 1, {continuous("x", 3, 0), continuous("y", 3, 0), continuous("z", 3, 0)}),
       recording("b", 2, 1, {discrete("y", 2), continuous("z", 2, 0, 2), discrete("late", 2)})});
  const auto why = [&](const char* name) {
    return message_of([&] { sessions.labels().find(name); });
  };
  EXPECT_TRUE(sessions.labels().all().empty());
  EXPECT_EQ(why("x"), "label 'x' is missing in b");
  EXPECT_EQ(why("y"), "label 'y' is discrete in b and continuous in another session");
  EXPECT_EQ(why("z"), "label 'z' has 2 columns in b and 1 in another session");
  EXPECT_EQ(why("late"), "label 'late' is missing in a");
}

TEST(Sessions, OneRecordingKeepsItsLabelsAsTheyAre) {
  const Sessions sessions(recording("a", 3, 1, {continuous("x", 3, 0.5)}));
  EXPECT_EQ(sessions.labels().all().size(), 1U);
  EXPECT_EQ(message_of([] { Sessions(std::vector<Recording>()); }), "there is no recording");
}

}  // namespace
}  // namespace facet
