// A loss, a gradient or parameters that are not finite: a training does not end well with them.
#include <ATen/Functions.h>

#include <cmath>

#include "facet/npz.h"
#include "integration/mistaken_run.h"

namespace facet {
namespace {

using testing::AllOf;
using testing::ContainsRegex;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

const std::string causes =
    ": likely causes are signals that are raw counts (data.zscore = true brings them to scale), a "
    "learning rate that is too high, or a temperature that is too low";
const std::string kept = causes + "; the last checkpoint, of step 5, is kept in run\n";

class NotFiniteRun : public MistakenRun {
 protected:
  void expect_stopped(const std::vector<std::string>& settings, const std::string& errors) const {
    std::filesystem::remove_all(folder() + "/run");
    const ProgramResult trained = train(settings);
    EXPECT_EQ(trained.exit_code, 1) << settings[0];
    EXPECT_EQ(trained.output, "") << settings[0];
    EXPECT_EQ(trained.errors, "facet: " + errors);
    EXPECT_EQ(steps_in(), 5);
  }
};

// Counts of an amplifier, as they are, and gradient descent: the loss grows beyond all numbers.
TEST_F(NotFiniteRun, RawCountsEndItAndNothingIsSaved) {
  const at::Tensor angle = at::arange(400, at::kFloat) / 20;
  write_npz(folder() + "/recording.npz",
            {{"neural", (angle.unsqueeze(1) + at::arange(6, at::kFloat)).sin() * 1e4 + 3e5},
             {"position", at::stack({angle.cos(), angle.sin()}, 1)}});
  const ProgramResult trained =
      train({"training.optimizer={ name = \"SGD\", lr = 1e-3 }", "training.steps=50",
             "training.checkpoint_frequency=1000", "objective[0].loss=\"FixedEuclideanInfoNCE\"",
             "model={ name = \"offset10-model-mse\", num_units = 8, num_output = 4 }"});
  EXPECT_EQ(trained.exit_code, 1);
  EXPECT_THAT(trained.errors, AllOf(StartsWith("facet: step "), HasSubstr(" is not finite"),
                                    EndsWith(causes + "; no checkpoint was written before it\n")));
  EXPECT_FALSE(exists("run/model.npz"));
  EXPECT_FALSE(exists("run/embedding.npz"));
}

TEST_F(NotFiniteRun, ALossIsNamed) {
  for (const std::string value : {"nan", "inf"})
    expect_stopped(
        {mistaken("objective[0].loss", "Loss", value, 8)},
        "step 8: the loss of objective[0].loss (criterion mistaken/Loss) is not finite" + kept);
}

TEST_F(NotFiniteRun, TheModelIsNamedWhoseEmbeddingIsNot) {
  expect_stopped(
      {mistaken("model", "line", "nan", 8)},
      "step 8: the loss of objective[0].loss (criterion core/LearnableEuclideanInfoNCE) is not "
      "finite, nor is the embedding that model (model mistaken/line) gave it, although "
      "its parameters were" +
          kept);
}

TEST_F(NotFiniteRun, AGradientIsNamed) {
  expect_stopped({mistaken("objective[0].loss", "Loss", "root_at_zero", 8)},
                 "step 8: the gradient of objective[0].loss (criterion mistaken/Loss) or of "
                 "objective[1].loss (criterion torch_nn/nn.MSELoss) is not finite, although the "
                 "losses are" +
                     kept);
}

TEST_F(NotFiniteRun, ParametersAreNamedWithWhatUpdatedThem) {
  expect_stopped({mistaken("training.optimizer", "Descent", "nan", 8)},
                 "step 8: the parameters are not finite: their gradient was, the update by "
                 "training.optimizer (optimizer mistaken/Descent) of model (model "
                 "core/offset1-model-mse-clip-5-5) is not" +
                     kept);
}

TEST_F(NotFiniteRun, APenaltyIsNamed) {
  std::filesystem::remove_all(folder() + "/run");
  const ProgramResult trained =
      train({"training.regularizer={ name = \"mistaken/Fine\", does = \"nan\", weight = { name = "
             "\"constant-weight\", initial_weights = [0.1, 0.1] } }"});
  EXPECT_EQ(trained.exit_code, 1);
  EXPECT_THAT(trained.errors,
              StartsWith("facet: step 1: objective[0]: the penalty of training.regularizer "
                         "(regularizer mistaken/Fine) is not finite: likely causes"));
}

TEST_F(NotFiniteRun, ALearningRateThatIsTooHighIsFound) {
  const ProgramResult trained =
      train({mistaken("training.learning_rate", "rate", "huge"), "training.optimizer=\"SGD\""});
  EXPECT_EQ(trained.exit_code, 1);
  EXPECT_THAT(trained.errors, HasSubstr("step 2: the loss of objective[0].loss "));
  EXPECT_THAT(trained.errors, HasSubstr("a learning rate that is too high"));
  EXPECT_FALSE(exists("run/model.npz"));
}

TEST_F(NotFiniteRun, IsFoundWithAllThatAStepCanHave) {
  for (const std::string setting : {"training.sam=true", "training.gradient_clip=1.0",
                                    "training.batches_per_step=2", "training.sampling_threads=3"}) {
    std::filesystem::remove_all(folder() + "/run");
    const ProgramResult trained =
        train({mistaken("objective[0].loss", "Loss", "nan", 24), "training.steps=30", setting});
    EXPECT_EQ(trained.exit_code, 1) << setting;
    EXPECT_THAT(trained.errors, HasSubstr("not finite")) << setting;
    const bool twice_a_step =
        setting != "training.gradient_clip=1.0" && setting != "training.sampling_threads=3";
    EXPECT_THAT(trained.errors, StartsWith(twice_a_step ? "facet: step 12: " : "facet: step 24: "));
    EXPECT_EQ(steps_in(), twice_a_step ? 10 : 20) << setting;
  }
}

TEST_F(NotFiniteRun, OfTheHeldOutDataNeverBecomesTheBestState) {
  const ProgramResult trained = train({mistaken("objective[0].loss", "Loss", "nan_held_out"),
                                       "training.valid_frequency=10", "training.patience=2"});
  EXPECT_EQ(trained.exit_code, 1);
  EXPECT_EQ(trained.errors,
            "facet: step 10: the loss of objective[0].loss (criterion mistaken/Loss) is not finite "
            "on the held-out data" +
                kept);
  EXPECT_EQ(steps_in(), 5);
}

TEST_F(NotFiniteRun, SkipLeavesTheUpdateOutAndCountsIt) {
  const std::string warning =
      "1 updates were left out, the first at step 8, since something was not finite" + causes;
  for (const std::string optimizer : {"Adam", "SGD", "RMSprop", "Adagrad"}) {
    std::filesystem::remove_all(folder() + "/run");
    std::filesystem::remove_all(folder() + "/whole");
    const std::vector<std::string> settings = {
        mistaken("objective[0].loss", "Loss", "nan", 8), "training.on_nonfinite=\"skip\"",
        "training.optimizer=\"" + optimizer + "\"", "training.checkpoint_frequency=1"};
    std::vector<std::string> seven = settings, eight = settings;
    seven.push_back("training.steps=7");
    eight.push_back("training.steps=8");
    ASSERT_EQ(train(seven, "whole").exit_code, 0);
    const ProgramResult trained = train(eight);
    EXPECT_EQ(trained.exit_code, 0);
    EXPECT_EQ(trained.errors, "warning: " + warning + "\n");
    EXPECT_EQ(record()["warnings"][0], warning);
    EXPECT_EQ(read("run/model.npz"), read("whole/model.npz")) << optimizer;
    EXPECT_EQ(steps_in(), 8);
  }
}

// One update by a rate of 1e30 leaves finite parameters, whose outputs overflow.
TEST_F(NotFiniteRun, FailsWhereTheEmbeddingOverflowsInTheEnd) {
  const ProgramResult trained = train(
      {"training.on_nonfinite=\"skip\"", "training.optimizer={ name = \"Adam\", lr = 1e30 }"});
  EXPECT_EQ(trained.exit_code, 1);
  EXPECT_THAT(trained.errors,
              ContainsRegex("facet: the embedding is not finite in [0-9]+ of [0-9]+ "
                            "bins that were trained on, so the training failed"));
  EXPECT_FALSE(std::filesystem::exists(folder() + "/run/embedding.npz"));
}

TEST_F(NotFiniteRun, SkipIsToldOfARunThatIsResumedToo) {
  ASSERT_EQ(train({mistaken("objective[0].loss", "Loss", "nan", 4),
                   "training.on_nonfinite=\"skip\"", "training.steps=6"})
                .exit_code,
            0);
  const ProgramResult resumed =
      facet({"train", "run", "--resume", "-q", "--set", "training.steps=7"});
  EXPECT_EQ(resumed.exit_code, 0);
  EXPECT_THAT(resumed.errors, HasSubstr("1 updates were left out, the first at step 4"));
}

TEST_F(NotFiniteRun, RollbackGoesOnFromTheLastCheckpointWithALowerRate) {
  const ProgramResult trained = train(
      {mistaken("objective[0].loss", "Loss", "nan", 8), "training.on_nonfinite=\"rollback\""});
  EXPECT_EQ(trained.exit_code, 0);
  EXPECT_EQ(trained.errors,
            "warning: step 8: the loss of objective[0].loss (criterion mistaken/Loss) is not "
            "finite; the training goes back to step 5 and on with 0.1 of its learning rate (1 of "
            "at most 5 times)\n");
  EXPECT_EQ(steps_in(), 12);
  const std::string history = read("run/history.csv");
  EXPECT_THAT(history, HasSubstr("learning_rate_factor"));
  EXPECT_THAT(last_line(history), EndsWith(",0.1"));
}

TEST_F(NotFiniteRun, RollbackResumesAsIfItHadNotBeenStopped) {
  const std::vector<std::string> settings = {mistaken("objective[0].loss", "Loss", "nan", 8),
                                             "training.on_nonfinite=\"rollback\""};
  ASSERT_EQ(train(settings, "whole").exit_code, 0);
  std::vector<std::string> first = settings;
  first.push_back("training.steps=10");
  ASSERT_EQ(train(first).exit_code, 0);
  ASSERT_EQ(facet({"train", "run", "--resume", "-q", "--set", "training.steps=12"}).exit_code, 0);
  EXPECT_EQ(read("run/history.csv"), read("whole/history.csv"));
  EXPECT_EQ(read("run/model.npz"), read("whole/model.npz"));
}

TEST_F(NotFiniteRun, GoesOnWithAnotherRuleThanItStoppedBy) {
  ASSERT_EQ(train({mistaken("training.loss_weight", "weights", "nothing"),
                   mistaken("objective[0].loss", "Loss", "nan", 8)})
                .exit_code,
            1);
  const ProgramResult resumed =
      facet({"train", "run", "--resume", "-q", "--set", "training.on_nonfinite=\"skip\""});
  EXPECT_EQ(resumed.exit_code, 0) << resumed.errors;
  EXPECT_EQ(steps_in(), 12);
}

TEST_F(NotFiniteRun, RollbackEndsAfterFiveTimes) {
  const ProgramResult trained =
      train({"training.regularizer={ name = \"mistaken/Fine\", does = \"nan\", weight = { name = "
             "\"constant-weight\", initial_weights = [0.1, 0.1] } }",
             "training.on_nonfinite=\"rollback\""});
  EXPECT_EQ(trained.exit_code, 1);
  EXPECT_THAT(trained.errors, HasSubstr("(5 of at most 5 times)"));
  EXPECT_THAT(last_line(trained.errors), HasSubstr(" is not finite (after 5 rollbacks): likely"));
}

TEST_F(NotFiniteRun, RollbackNeedsALearningRate) {
  const ProgramResult checked = train(
      {mistaken("training.optimizer", "Descent", "nothing"), "training.on_nonfinite=\"rollback\""});
  EXPECT_EQ(checked.exit_code, 2);
  EXPECT_THAT(checked.errors, HasSubstr("training.on_nonfinite cannot be used: the optimizer has "
                                        "no learning rate"));
}

}  // namespace
}  // namespace facet
