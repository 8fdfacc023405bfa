#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

#include "facet/error.h"
#include "facet/observer.h"
#include "facet/warning.h"
#include "lab.h"

namespace lab {
namespace {

class DimensionLog : public testing::Test {
 protected:
  DimensionLog() { std::filesystem::create_directories(folder_); }
  ~DimensionLog() override { std::filesystem::remove_all(folder_); }

  /// A training of 8 steps begins, or goes on.
  std::shared_ptr<facet::Observer> begin(std::int64_t steps_done,
                                         const facet::Table& options) const {
    const auto observer = registry().create<facet::Observer>({"lab/dimension_log", options});
    observer->on_begin({steps_done, 8, folder_});
    return observer;
  }
  static facet::Training step(facet::Observer& observer, std::int64_t step, double dimension) {
    return observer.on_step(
        {step, 8, {{"total", 1.5}, {"objective1.effective_dimension", dimension}}});
  }
  std::string path() const { return folder_ + "/effective_dimension.csv"; }
  std::string written() const {
    std::ifstream file(path());
    return {std::istreambuf_iterator<char>(file), {}};
  }

 private:
  const std::string folder_ = testing::TempDir() + "dimension_log_test";
};

TEST_F(DimensionLog, WritesARowEveryFewSteps) {
  const auto observer = begin(0, {{"every", 2}});
  for (int i = 1; i <= 5; ++i) EXPECT_EQ(step(*observer, i, 2 + i / 4.0), facet::Training::goes_on);
  EXPECT_EQ(written(), "");
  observer->on_checkpoint(5);
  EXPECT_EQ(written(), "step,objective1.effective_dimension\n2,2.5\n4,3\n");
}

/// It is saved at step 4 and killed after step 6; or killed when step 6 was saved by it, and not by
/// the run, which is the next thing that happens.
TEST_F(DimensionLog, OfARunThatWasKilledEndsAsOfOneThatWasNot) {
  for (const bool later : {false, true}) {
    std::filesystem::remove(path());
    const auto killed = begin(0, {{"every", 2}});
    for (int i = 1; i <= 4; ++i) step(*killed, i, i);
    killed->on_checkpoint(4);
    for (int i = 5; i <= 6; ++i) step(*killed, i, 100);
    if (later) killed->on_checkpoint(6);

    const auto resumed = begin(4, {{"every", 2}});
    step(*resumed, 5, 5);
    resumed->on_checkpoint(5);
    EXPECT_EQ(written(), "step,objective1.effective_dimension\n2,2\n4,4\n");
    for (int i = 6; i <= 8; ++i) step(*resumed, i, i);
    resumed->on_checkpoint(8);
    EXPECT_EQ(written(), "step,objective1.effective_dimension\n2,2\n4,4\n6,6\n8,8\n");
  }
}

TEST_F(DimensionLog, FollowsATrainingThatGoesBack) {
  const auto observer = begin(0, {{"every", 2}});
  for (int i = 1; i <= 4; ++i) step(*observer, i, 5);
  for (int i = 3; i <= 4; ++i) step(*observer, i, 6);
  observer->on_checkpoint(4);
  EXPECT_EQ(written(), "step,objective1.effective_dimension\n2,5\n4,6\n");
}

TEST_F(DimensionLog, EndsATrainingWhoseEmbeddingCollapses) {
  const auto observer = begin(0, {{"every", 1}, {"at_least", 1.5}});
  std::string warning;
  const facet::WarningSink sink([&](const std::string& message) { warning = message; });
  EXPECT_EQ(step(*observer, 1, 1.5), facet::Training::goes_on);
  EXPECT_EQ(step(*observer, 2, 1.25), facet::Training::ends);
  EXPECT_EQ(warning,
            "at step 2 the embedding uses 1.25 dimensions, fewer than at_least: the training ends");
}

TEST_F(DimensionLog, SaysThatNoLossTellsADimension) {
  const auto observer = begin(0, {{"every", 1}});
  std::vector<std::string> warnings;
  const facet::WarningSink sink([&](const std::string& message) { warnings.push_back(message); });
  for (int i = 1; i <= 3; ++i) observer->on_step({i, 8, {{"total", 1.5}}});
  observer->on_checkpoint(3);
  EXPECT_THAT(warnings, testing::ElementsAre(testing::HasSubstr("no loss tells its")));
  EXPECT_FALSE(std::filesystem::exists(path()));
}

TEST_F(DimensionLog, NamesTheFileThatItCannotGoOnWith) {
  std::ofstream(path()) << "step,objective1.effective_dimension\n2,2.5\nlast,3\n";
  try {
    begin(4, {});
    FAIL();
  } catch (const facet::Error& error) {
    EXPECT_THAT(error.what(), testing::EndsWith("effective_dimension.csv: a row must begin with a "
                                                "step, got 'last,3'"));
  }
}

}  // namespace
}  // namespace lab
