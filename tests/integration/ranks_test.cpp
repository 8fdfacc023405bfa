// Several ranks train as one does: to 1e-6 of its losses and parameters.
#include "framework/ranks/ranks.h"

#include <ATen/Functions.h>
#include <gmock/gmock.h>

#include "facet/framework.h"
#include "framework/files/files.h"
#include "framework/ranks/thread_ranks.h"
#include "framework/run_folder/embedding_file.h"
#include "framework/training/named_state.h"
#include "temporary_folder.h"

namespace facet {
namespace {

constexpr const char* training = R"(
model = { name = "offset10-model", num_units = 8, num_output = 4 }
[training]
steps = 12
batch_size = 24
device = "cpu"  # whose backward passes, unlike those of a GPU, run in the threads of the ranks
optimizer = { name = "SGD", lr = 1e-2 }
)";

/// 300 bins of 5 neurons that turn with a slow angle; labels `angle`, `speed` and `half`.
LoadedRecording turning(const RecordingConfig& config, double phase) {
  const at::Tensor t = at::arange(300, at::kFloat) / 30 + phase;
  const at::Tensor signals = (t.unsqueeze(1) * at::tensor({1.0F, 1.3F, 0.4F, 2.0F, 0.7F})).sin();
  return make_recording(
      "turning",
      {{"neural", signals}, {"angle", t.sin().unsqueeze(1)}, {"half", t.sin().gt(0).to(at::kLong)}},
      config);
}

struct Trained {
  History log;
  std::vector<at::Tensor> parameters;
};

Trained train_in(const std::string& text, std::int64_t num_sessions, Registry& registry,
                 const std::shared_ptr<Ranks>& ranks) {
  static std::mutex set_up;  // a registry is not for several threads
  std::unique_lock lock(set_up);
  const RunConfig config = parse_run_config_text(text, "test.toml", registry, DataFiles::at_hand);
  std::vector<LoadedRecording> recordings;
  for (std::int64_t session = 0; session < num_sessions; ++session)
    recordings.push_back(turning(recording_of(config.data, session), 0.5 * session));
  Assembly run = assemble(config, std::move(recordings), registry, ranks);
  lock.unlock();
  run.solver->fit(*run.loader, run.fit_options);
  Trained trained{run.solver->log(), {}};
  for (const NamedTensor& own : run.solver->state())
    if (own.name.starts_with("state.") || own.name.starts_with("criterion."))
      trained.parameters.push_back(own.tensor.detach().clone());
  return trained;
}

void expect_same(const Trained& one, const Trained& other) {
  ASSERT_EQ(other.log.names(), one.log.names());
  ASSERT_EQ(other.log.size(), one.log.size());
  for (const std::string& name : one.log.names()) {
    const auto &expected = one.log.column(name), &found = other.log.column(name);
    for (std::size_t step = 0; step < expected.size(); ++step)
      EXPECT_NEAR(found[step], expected[step], 1e-6 * std::max(1.0, std::abs(expected[step])))
          << name << " at step " << step;
  }
  for (std::size_t i = 0; i < one.parameters.size(); ++i)
    EXPECT_TRUE(at::allclose(other.parameters[i], one.parameters[i], 1e-5, 1e-6)) << i;
}

/// Trains with one rank, with two and with three.
void expect_as_one_rank(const std::string& text, std::int64_t num_sessions = 1) {
  const auto registry = open_registry();
  const Trained one = train_in(text, num_sessions, *registry, std::make_shared<SingleRank>());
  for (const std::int64_t size : {2, 3}) {
    std::vector<Trained> ranks(static_cast<std::size_t>(size));
    testing_ranks::in_ranks(size, [&](const std::shared_ptr<Ranks>& own) {
      ranks[static_cast<std::size_t>(own->rank())] = train_in(text, num_sessions, *registry, own);
    });
    for (const Trained& rank : ranks) expect_same(one, rank);
  }
}

const std::string time_objective = R"(
[[objective]]
slice = [0, 4]
loss = { name = "LearnableCosineInfoNCE" }
distribution = { name = "time", time_offset = 2 }
)";

const std::string label_objective = R"(
[[objective]]
slice = [2, 4]
loss = { name = "FixedEuclideanInfoNCE" }
distribution = { name = "time_delta", label = "angle" }
)";

const std::string supervised_objectives = R"(
[[objective]]
slice = [0, 1]
loss = { name = "nn.MSELoss" }
target = "angle"

[[objective]]
slice = [2, 4]
loss = { name = "nn.CrossEntropyLoss" }
target = "half"
)";

const std::string one_file = "[data]\n";
const std::string two_sessions =
    "[data]\n[[data.session]]\nname = \"a\"\nfile = \"none\"\n[[data.session]]\nname = \"b\"\n"
    "file = \"none\"\n";

std::string with_training(const std::string& more = "") {
  return std::string(training) + more + "\n";
}

TEST(SeveralRanks, LearnContrastiveObjectivesWithTheNegativesOfAll) {
  expect_as_one_rank(with_training() + one_file + time_objective + label_objective);
}

TEST(SeveralRanks, LearnSupervisedObjectives) {
  expect_as_one_rank(with_training() + one_file + supervised_objectives);
}

TEST(SeveralRanks, PenalizeTheJacobian) {
  expect_as_one_rank(
      with_training("regularizer = { name = \"JacobianReg\", n = 1, weight = { name = "
                    "\"constant-weight\", initial_weights = [0.1, 0.1] } }") +
      one_file + time_objective + label_objective);
}

TEST(SeveralRanks, ClipAndSharpenTheSummedGradient) {
  expect_as_one_rank(with_training("gradient_clip = 0.05\nsam = true") + one_file + time_objective +
                     label_objective);
}

TEST(SeveralRanks, TrainTheEncodersOfSeveralSessions) {
  expect_as_one_rank(with_training() + two_sessions + time_objective + label_objective, 2);
}

TEST(SeveralRanks, TrainOneEncoderOfJoinedSessions) {
  expect_as_one_rank(
      with_training("solver = \"unified\"\nalign_by = \"angle\"") + two_sessions + label_objective,
      2);
}

/// In ranks, from the first step or from the checkpoint in the folder.
void train_into(const std::string& folder, Registry& registry, std::int64_t num_ranks,
                std::int64_t steps, TrainFrom from) {
  RunConfig config = parse_run_config_text(with_training() + one_file + time_objective, "test.toml",
                                           registry, DataFiles::at_hand);
  config.training.steps = steps;
  std::mutex set_up;  // a registry is not for several threads
  testing_ranks::in_ranks(num_ranks, [&](const std::shared_ptr<Ranks>& own) {
    std::unique_lock lock(set_up);
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

}  // namespace
}  // namespace facet
