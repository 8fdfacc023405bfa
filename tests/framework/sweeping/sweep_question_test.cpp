#include "framework/sweeping/sweep_question.h"

#include <gmock/gmock.h>

#include "framework/files/files.h"
#include "message_of.h"
#include "temporary_folder.h"

namespace facet {
namespace {

SweepQuestion some_question() {
  SweepQuestion question;
  question.config = "/rat/run.toml";
  question.set = {"training.steps=5"};
  question.grid = {"model.name=\"a,b\",c"};
  question.random = {"training.optimizer.lr=1e-4..1e-2:log"};
  question.draws = 3;
  question.seeds = 2;
  question.seed = 11;
  question.best = "decoding 0:2 position knn r2";
  return question;
}

TEST(SweepQuestion, IsReadAsItWasWritten) {
  const TemporaryFolder folder;
  const std::string path = folder.path() + "/sweep.toml";
  write_sweep_question(path, some_question());
  const SweepQuestion read = read_sweep_question(path);
  EXPECT_THAT(differences(some_question(), read), testing::IsEmpty());
  EXPECT_EQ(read.best, "decoding 0:2 position knn r2");
  EXPECT_EQ(read_text(path).substr(0, 10), "format = 1");
}

TEST(SweepQuestion, OfANewerFacetOrDamagedIsAnErrorThatNamesTheFile) {
  const TemporaryFolder folder;
  const std::string path = folder.path() + "/sweep.toml";
  write_text(path, "format = 2\n");
  EXPECT_THAT(
      message_of([&] { read_sweep_question(path); }),
      testing::StartsWith(path + ":1:10: format is 2, which is newer than this Facet reads"));
  write_text(path, "format = 1\nseeds = 0\n");
  EXPECT_EQ(message_of([&] { read_sweep_question(path); }),
            path + ":2:9: seeds must be >= 1, got 0");
}

TEST(SweepQuestion, DiffersInAllButTheBest) {
  SweepQuestion other = some_question();
  other.best = "";
  EXPECT_THAT(differences(some_question(), other), testing::IsEmpty());
  other.seeds = 4;
  other.grid.push_back("a=1,2");
  EXPECT_THAT(differences(some_question(), other),
              testing::ElementsAre(R"(grid was ["model.name=\"a,b\",c"], is now )"
                                   R"(["model.name=\"a,b\",c", "a=1,2"])",
                                   "seeds was 2, is now 4"));
}

}  // namespace
}  // namespace facet
