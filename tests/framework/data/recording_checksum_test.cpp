#include "framework/data/recording_checksum.h"

#include <gtest/gtest.h>

#include "framework/data/arrays.h"

namespace facet {
namespace {

Recording some_recording() {
  Recording recording;
  recording.name = "some";
  recording.signals = floats({1, 2, 3, 4, 5, 6, 7, 8}, 2);
  recording.labels =
      Labels(4, {{"position", LabelKind::continuous, at::tensor({0.5, 1.5, 2.5, 3.5}).view({4, 1})},
                 {"lap", LabelKind::discrete, integers({1, 1, 2, 2})}});
  recording.segments = {{0, 4}};
  return recording;
}

/// Whether the checksum is another one after `change`.
template <class Change>
bool tells_of(Change change) {
  Recording changed = some_recording();
  change(changed);
  return recording_checksum(changed).whole != recording_checksum(some_recording()).whole;
}

// Python: sha256 over the line of each part, whose last word is the sha256 of its numpy array.
TEST(RecordingChecksum, IsThatOfItsParts) {
  const RecordingChecksum checksum = recording_checksum(some_recording());
  EXPECT_EQ(checksum.whole,
            "sha256:25d4b5e10523727905751a03c01e1a1b598b272cbc9ee56eeb9ad4432056c89c");
  EXPECT_EQ(checksum.signals,
            "sha256:9c87e3d5d0d1dafc6d6035d0978ef224d43b8aeb3cdb6ea36853161c4732b5da");
}

TEST(RecordingChecksum, TellsOfEveryChangeThatATrainingSees) {
  EXPECT_TRUE(tells_of([](Recording& r) { r.signals[3][1] = 8.000001F; }));
  EXPECT_TRUE(tells_of([](Recording& r) { r.signals = r.signals.view({2, 4}); }));
  EXPECT_TRUE(tells_of([](Recording& r) { r.labels = Labels(4, {r.labels.find("lap")}); }));
  EXPECT_TRUE(tells_of([](Recording& r) {
    r.labels = Labels(
        4, {r.labels.find("position"), {"lap", LabelKind::discrete, integers({1, 1, 1, 2})}});
  }));
  EXPECT_TRUE(tells_of([](Recording& r) { r.segments = {{0, 2}, {2, 4}}; }));
}

TEST(RecordingChecksum, DoesNotTellWhereARecordingComesFrom) {
  EXPECT_FALSE(tells_of([](Recording& r) { r.name = "another"; }));
  EXPECT_FALSE(tells_of([](Recording& r) { r.signals = r.signals.t().contiguous().t(); }));
}

}  // namespace
}  // namespace facet
