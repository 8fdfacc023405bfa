// Of files that pynapple and numpy wrote: data/make_files.py.
#include <filesystem>

#include "plugins/read_arrays.h"
#include "temporary_folder.h"

namespace facet {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;
using ::testing::StartsWith;

const std::string pynapple_folder = plugin_tests() + "/numpy/data/";

FileArray of_pynapple(const std::string& file, const std::string& name) {
  return listed("npz", pynapple_folder + file, name);
}

TEST(Pynapple, GivesEventsByUnit) {
  for (const char* name : {"group.npz", "old_group.npz", "licks.npz"})
    expect_what_was_written(pynapple_folder + name);
  const FileArray group = of_pynapple("group.npz", "group");
  EXPECT_EQ(group.facts().role, ArrayRole::events);
  EXPECT_EQ(group.facts().unit, "s");
  EXPECT_THAT(group.facts().columns, ElementsAre("2", "3", "41")) << "41 never fires";
  EXPECT_THAT(group.shape(), ElementsAre(3));
  EXPECT_THAT(of_pynapple("old_group.npz", "old_group").facts().columns,
              ElementsAre("0", "1", "2"));
  EXPECT_EQ(of_pynapple("licks.npz", "licks").facts().role, ArrayRole::events);
}

TEST(Pynapple, ReadsTheEventsOfSomeUnits) {
  const FileArray group = of_pynapple("group.npz", "group");
  const RaggedValues all = group.read_ragged();
  const RaggedValues two = group.read_ragged({1, 3});
  EXPECT_TRUE(two.values.equal(all.values.slice(0, 5)));
  EXPECT_TRUE(two.ends.equal(at::tensor({10, 10}, at::kLong)));
  EXPECT_EQ(group.read_ragged({2, 3}).values.numel(), 0);
}

TEST(Pynapple, GivesSamplesWithTheirTimes) {
  for (const char* name : {"speed.npz", "position.npz", "numbered.npz"})
    expect_what_was_written(pynapple_folder + name);
  const ArrayFacts speed = of_pynapple("speed.npz", "speed").facts();
  EXPECT_EQ(speed.role, ArrayRole::samples);
  EXPECT_EQ(speed.times, "speed.t");
  EXPECT_EQ(of_pynapple("speed.npz", "speed.t").facts().role, ArrayRole::times);
  EXPECT_THAT(of_pynapple("numbered.npz", "numbered").facts().columns, ElementsAre("3", "7"));
  EXPECT_THAT(of_pynapple("position.npz", "position").facts().columns, IsEmpty())
      << "names that are text are a pickle";
}

TEST(Pynapple, GivesIntervals) {
  expect_what_was_written(pynapple_folder + "trials.npz");
  EXPECT_EQ(of_pynapple("trials.npz", "trials").facts().role, ArrayRole::intervals);
  EXPECT_EQ(of_pynapple("group.npz", "group.support").facts().role, ArrayRole::intervals);
}

TEST(Pynapple, TellsWhatIsKnownOfUnits) {
  EXPECT_EQ(of_pynapple("old_group.npz", "old_group.depth").facts().of, "old_group");
  EXPECT_EQ(of_pynapple("old_group.npz", "old_group.region").name(), "old_group.region");
}

TEST(Pynapple, LeavesPicklesUnread) {
  const std::string pickle = "is a pickle, which only Python reads: ";
  for (const std::string name : {"group", "trials"})
    EXPECT_THAT(read_file("npz", pynapple_folder + name + ".npz").unreadable,
                ElementsAre(Pair(name + ".metadata", StartsWith(pickle))));
}

TEST(Pynapple, LeavesTensorsUnread) {
  EXPECT_EQ(read_file("npz", pynapple_folder + "tensor.npz").unreadable.at("tensor"),
            "is a TsdTensor, 12 x 2 x 3: save its values with a row for each time and a column for "
            "each value");
}

// Several of them in one recording.
TEST(Pynapple, IsNamedByTheFile) {
  const TemporaryFolder here;
  std::filesystem::copy_file(pynapple_folder + "licks.npz", here.path() + "/rewards.npz");
  EXPECT_THAT(read_file("npz", here.path() + "/rewards.npz").names,
              ElementsAre("rewards", "rewards.support"));
}

TEST(Pynapple, RefusesUnitsThatAreNotListed) {
  const FileArray group = of_pynapple("strange_unit.npz", "strange_unit");
  EXPECT_EQ(error_of([&] { group.read_ragged(); }),
            pynapple_folder +
                "strange_unit.npz: 'index' has the unit 1, which is none of those that the file "
                "lists");
}

TEST(EventPairs, BecomeEventsByUnit) {
  expect_what_was_written(pynapple_folder + "pairs.npz");
  const ArrayFacts facts = of_pynapple("pairs.npz", "spike_times").facts();
  EXPECT_EQ(facts.role, ArrayRole::events);
  EXPECT_THAT(facts.columns, ElementsAre("3", "7", "40"));
}

// Samples, whose rate is not known, or of another length.
TEST(EventPairs, AreFloatsOfOneLength) {
  expect_what_was_written(pynapple_folder + "no_pairs.npz");
  const ArrayFacts facts = of_pynapple("no_pairs.npz", "spike_times").facts();
  EXPECT_EQ(facts.role, ArrayRole::times);
  EXPECT_EQ(facts.unit, "samples");
}

}  // namespace
}  // namespace facet
