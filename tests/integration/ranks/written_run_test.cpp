// Several ranks write one run, and any number of them goes on with it.
#include "framework/files/files.h"
#include "framework/run_folder/embedding_file.h"
#include "framework/run_folder/run_arrays.h"
#include "rank_run.h"
#include "temporary_folder.h"

namespace facet {
namespace {

using namespace rank_run;  // NOLINT

/// In ranks, from the first step or from the checkpoint in the folder.
void train_into(const std::string& folder, Registry& registry, std::int64_t num_ranks,
                std::int64_t steps, TrainFrom from) {
  RunConfig config = parse_run_config_text(with_training() + one_file + time_objective, "test.toml",
                                           registry, DataFiles::at_hand);
  config.training.steps = steps;
  testing_ranks::in_ranks(num_ranks, [&](const std::shared_ptr<Ranks>& own) {
    std::unique_lock lock(registry_mutex);
    Assembly run = assemble(config, {turning(config.data, 0)}, registry, own);
    lock.unlock();
    std::int64_t steps_told = 0;
    TrainHooks hooks;
    hooks.observers.push_back(logger([&](const Report&) { ++steps_told; }, 1));
    train(run, RunFolder(folder), registry, hooks, from);
    EXPECT_EQ(steps_told > 0, own->rank() == 0);
  });
}

TEST(SeveralRanks, WriteTheFolderOfOneRun) {
  const auto registry = open_registry();
  const TemporaryFolder folder;
  const std::string one = folder.path() + "/one", two = folder.path() + "/two";
  train_into(one, *registry, 1, 12, TrainFrom::first_step);
  train_into(two, *registry, 2, 5, TrainFrom::first_step);
  train_into(two, *registry, 2, 12, TrainFrom::checkpoint);
  const LabelledEmbedding expected = load_embedding(RunFolder(one).embedding()),
                          found = load_embedding(RunFolder(two).embedding());
  EXPECT_TRUE(at::allclose(found.embedding, expected.embedding, 1e-5, 1e-5));
  EXPECT_THAT(read_text(RunFolder(two).record()), testing::HasSubstr("\"resumed_at\": 5"));
}

TEST(SeveralRanks, EndToTheBitAsIfTheyHadNotBeenStopped) {
  const auto registry = open_registry();
  const TemporaryFolder folder;
  const std::string whole = folder.path() + "/whole", stopped = folder.path() + "/stopped",
                    more = folder.path() + "/more";
  train_into(whole, *registry, 2, 12, TrainFrom::first_step);
  for (const auto& [name, size] : {std::pair{stopped, 2}, {more, 3}}) {
    train_into(name, *registry, 2, 5, TrainFrom::first_step);
    train_into(name, *registry, size, 12, TrainFrom::checkpoint);
  }
  const auto state = [](const std::string& run) {
    return read_run_arrays(RunFolder(run).checkpoint());
  };
  const auto expected = state(whole), same = state(stopped), others = state(more);
  ASSERT_EQ(same.size(), expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    EXPECT_TRUE(at::allclose(same[i].tensor, expected[i].tensor, 0, 0, true)) << expected[i].name;
    EXPECT_TRUE(at::allclose(others[i].tensor, expected[i].tensor, 1e-5, 1e-6, true))
        << expected[i].name;
  }
}

TEST(SeveralRanks, AllEndAtTheStepInWhichOneOfThemIsAsked) {
  const auto registry = open_registry();
  const TemporaryFolder folder;
  const auto train = [&](const std::shared_ptr<Ranks>& own) {
    Assembly run = assembled(with_training() + one_file + time_objective, *registry, own);
    TrainHooks hooks;
    hooks.end_asked = [&] { return own->rank() == 1 && run.solver->steps_done() == 4; };
    const TrainOutcome outcome =
        facet::train(run, RunFolder(folder.path() + "/run"), *registry, hooks);
    EXPECT_EQ(outcome.end, FitEnd::interrupted);
    return outcome.steps;
  };
  EXPECT_THAT(in_each_rank(3, train), testing::Each(4));
}

}  // namespace
}  // namespace facet
