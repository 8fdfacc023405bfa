#include <gmock/gmock.h>

#include "framework/report/sections.h"

namespace facet {
namespace {

using testing::ElementsAre;

std::vector<std::string> names(const std::vector<std::string>& paths) {
  std::vector<RunFolder> runs;
  for (const std::string& path : paths) runs.emplace_back(path);
  return run_names(runs);
}

TEST(RunNames, AreWhereThePathsDiffer) {
  EXPECT_THAT(names({"runs/five/seed-0", "runs/five/seed-1"}), ElementsAre("seed-0", "seed-1"));
  EXPECT_THAT(names({"a/one/run", "a/two/run"}), ElementsAre("one/run", "two/run"));
  EXPECT_THAT(names({"./a", "b"}), ElementsAre("a", "b"));
}

TEST(RunNames, OfOneRunAreNotNeeded) {
  EXPECT_THAT(names({"runs/one"}), ElementsAre(""));
}

/// Twice the same run is no mistake.
TEST(RunNames, OfTheSameRunAreItsFolder) {
  EXPECT_THAT(names({"runs/one", "runs/one"}), ElementsAre("one", "one"));
}

}  // namespace
}  // namespace facet
