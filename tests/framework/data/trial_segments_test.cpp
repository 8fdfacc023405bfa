#include "framework/data/trial_segments.h"

#include <gmock/gmock.h>

#include "framework/data/arrays.h"
#include "message_of.h"

namespace facet {
namespace {

using ::testing::ElementsAre;

Labels trials(const std::vector<std::int64_t>& values) {
  return Labels(static_cast<std::int64_t>(values.size()),
                {{"trial", LabelKind::discrete, integers(values)}});
}

TEST(TrialSegments, LieBetweenTheChangesOfTheLabel) {
  EXPECT_THAT(trial_segments(trials({3, 3, -1, 3, 3, 3}), "trial"),
              ElementsAre(Segment{0, 2}, Segment{2, 3}, Segment{3, 6}));
  EXPECT_THAT(trial_segments(trials({0}), "trial"), ElementsAre(Segment{0, 1}));
}

TEST(TrialSegments, AreOneWhereNoLabelIsNamed) {
  EXPECT_THAT(trial_segments(trials({1, 2, 3}), {}), ElementsAre(Segment{0, 3}));
}

TEST(TrialSegments, NeedALabelThatIsThere) {
  EXPECT_EQ(message_of([] { trial_segments(trials({1}), "lap"); }),
            "there is no label 'lap'; the recording has 'trial'");
}

}  // namespace
}  // namespace facet
