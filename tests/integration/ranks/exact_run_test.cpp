// Several ranks train as one does.
#include "rank_run.h"

namespace facet {
namespace {

using namespace rank_run;  // NOLINT

struct Trained {
  History log, validation;
  std::vector<at::Tensor> parameters;
  FitEnd end = FitEnd::done;
};

Trained train_in(const std::string& text, Registry& registry, const std::shared_ptr<Ranks>& ranks) {
  Assembly run = assembled(text, registry, ranks);
  Trained trained;
  trained.end = run.solver->fit(*run.loader, run.fit_options);
  trained.log = run.solver->log();
  trained.validation = run.solver->validation_log();
  for (const NamedTensor& own : run.solver->state())
    if (own.name.starts_with("state.") || own.name.starts_with("criterion."))
      trained.parameters.push_back(own.tensor.detach().clone());
  return trained;
}

void expect_same(const History& one, const History& other) {
  ASSERT_EQ(other.names(), one.names());
  ASSERT_EQ(other.steps(), one.steps());
  for (const std::string& name : one.names()) {
    const auto &expected = one.column(name), &found = other.column(name);
    for (std::size_t step = 0; step < expected.size(); ++step)
      EXPECT_NEAR(found[step], expected[step], 1e-5 * std::max(1.0, std::abs(expected[step])))
          << name << " at step " << step;
  }
}

void expect_same(const Trained& one, const Trained& other) {
  EXPECT_EQ(other.end, one.end);
  expect_same(one.log, other.log);
  expect_same(one.validation, other.validation);
  for (std::size_t i = 0; i < one.parameters.size(); ++i)
    EXPECT_TRUE(at::allclose(other.parameters[i], one.parameters[i], 1e-5, 1e-6)) << i;
}

void expect_equal_to_the_bit(const Trained& one, const Trained& other) {
  for (std::size_t i = 0; i < one.parameters.size(); ++i)
    EXPECT_TRUE(other.parameters[i].equal(one.parameters[i])) << i;
}

/// Trains with one rank, with two, three and four; gives how it ended.
FitEnd expect_as_one_rank(const std::string& text) {
  const auto registry = open_registry();
  const auto train = [&](const std::shared_ptr<Ranks>& own) {
    return train_in(text, *registry, own);
  };
  const Trained one = in_each_rank(1, train)[0];
  for (const std::int64_t size : {2, 3, 4}) {
    const std::vector<Trained> ranks = in_each_rank(size, train);
    for (const Trained& rank : ranks) {
      expect_same(one, rank);
      expect_equal_to_the_bit(ranks[0], rank);
    }
  }
  return one.end;
}

std::string with_regularizer(const std::string& n, const std::string& weights) {
  return with_training("regularizer = { name = \"JacobianReg\", n = " + n +
                       ", weight = { name = \"constant-weight\", initial_weights = " + weights +
                       " } }");
}

TEST(SeveralRanks, LearnContrastiveObjectivesWithTheNegativesOfAll) {
  expect_as_one_rank(with_training() + one_file + time_objective + label_objective);
  expect_as_one_rank(with_training() + one_file + nce_objective + label_objective);
}

TEST(SeveralRanks, LearnSupervisedAndMixedObjectives) {
  expect_as_one_rank(with_training() + one_file + supervised_objectives);
  expect_as_one_rank(with_training() + one_file + supervised_objectives + nce_objective);
}

TEST(SeveralRanks, MayBeMoreThanTheReferences) {
  std::string text = with_training() + one_file + time_objective + label_objective;
  text.replace(text.find("batch_size = 24"), 15, "batch_size = 3");
  expect_as_one_rank(text);
}

TEST(SeveralRanks, PenalizeTheJacobian) {
  for (const char* projections : {"-1", "1", "3"})
    expect_as_one_rank(with_regularizer(projections, "[0.1, 0.1]") + one_file + time_objective +
                       label_objective);
}

TEST(SeveralRanks, PenalizeTheJacobianOfSeveralSessions) {
  expect_as_one_rank(with_regularizer("1", "[0.1]") + two_sessions + label_objective);
}

TEST(SeveralRanks, ClipAndSharpenTheSummedGradient) {
  expect_as_one_rank(with_training("gradient_clip = 0.05\nsam = true") + one_file + time_objective +
                     label_objective);
}

TEST(SeveralRanks, TakeSeveralBatchesAStep) {
  expect_as_one_rank(with_training("batches_per_step = 3") + one_file + time_objective +
                     label_objective);
}

TEST(SeveralRanks, TrainTheEncodersOfSeveralSessions) {
  expect_as_one_rank(with_training() + two_sessions + time_objective + label_objective);
}

TEST(SeveralRanks, TrainOneEncoderOfJoinedSessions) {
  expect_as_one_rank(with_training("solver = \"unified\"\nalign_by = \"angle\"") + two_sessions +
                     label_objective);
}

TEST(SeveralRanks, MaskTheSameWindows) {
  expect_as_one_rank(with_training() + one_file +
                     "masks = [\"RandomNeuronMask\", \"RandomTimestepMask\", \"NeuronBlockMask\", "
                     "{ name = \"TimeBlockMask\", sampled_rate = 0.1, masked_seq_len = 3 }]\n" +
                     time_objective + label_objective);
}

TEST(SeveralRanks, DropTheSameChannels) {
  std::string text =
      with_regularizer("1", "[0.1, 0.1]") + one_file + time_objective + label_objective;
  text.replace(text.find("offset10-model"), 14, "offset36-model-more-dropout");
  expect_as_one_rank(text);
}

TEST(SeveralRanks, StopEarlyAtTheSameStep) {
  const std::string text = with_training("valid_frequency = 2\npatience = 1") + held_out +
                           time_objective + label_objective;
  expect_as_one_rank(text);
  std::string fast = text;
  fast.replace(fast.find("lr = 1e-2"), 9, "lr = 0.3");
  EXPECT_EQ(expect_as_one_rank(fast), FitEnd::stopped_early);
}

TEST(SeveralRanks, FollowSchedules) {
  expect_as_one_rank(with_training("learning_rate = [{ name = \"cosine\" }]") + one_file +
                     time_objective + label_objective);
}

TEST(SeveralRanks, EmbedTheWholeRecording) {
  const auto registry = open_registry();
  const auto embed = [&](const std::shared_ptr<Ranks>& own) {
    return assembled(with_training() + two_sessions + time_objective, *registry, own)
        .embedding(*own);
  };
  const at::Tensor one = in_each_rank(1, embed)[0];
  for (const at::Tensor& rank : in_each_rank(3, embed))
    EXPECT_TRUE(at::allclose(rank, one, 0, 0, /*equal_nan=*/true));
}

}  // namespace
}  // namespace facet
