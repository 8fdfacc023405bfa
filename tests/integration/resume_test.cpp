// A run that is stopped and resumed ends as one that was not stopped.
#include <gmock/gmock.h>

#include <filesystem>

#include "framework/cebra/fit_hooks.h"
#include "framework/run/train.h"
#include "integration/small_run.h"
#include "message_of.h"
#include "temporary_folder.h"

namespace facet {
namespace {

using Overrides = std::vector<std::string>;

class Resume : public testing::Test {
 protected:
  RunConfig config(const Overrides& overrides) const {
    return read_run_config(config_path_, overrides, *registry_);
  }

  std::string place(const std::string& name) const { return folder_.path() + "/" + name; }

  RunFolder whole_run(const std::string& name, const Overrides& overrides) {
    train(config(overrides), RunFolder(place(name)), *registry_);
    return RunFolder(place(name));
  }

  /// Stopped after each of the numbers of steps, and resumed.
  RunFolder run_in_pieces(const std::string& name, const Overrides& overrides,
                          const std::vector<std::int64_t>& stops) {
    const RunFolder run(place(name));
    TrainFrom from = TrainFrom::first_step;
    std::int64_t done = 0;
    for (const std::int64_t stop : stops) {
      TrainHooks hooks;
      hooks.observers = {interrupted([&] { return ++done == stop; })};
      EXPECT_EQ(train(config(overrides), run, *registry_, hooks, from).end, FitEnd::interrupted);
      from = TrainFrom::checkpoint;
    }
    EXPECT_NE(train(config(overrides), run, *registry_, {}, from).end, FitEnd::interrupted);
    return run;
  }

  static void expect_same(const RunFolder& run, const RunFolder& other) {
    for (const char* file : {"/history.csv", "/validation.csv", "/model.npz", "/embedding.npz",
                             "/checkpoint.npz", "/config.toml"})
      EXPECT_TRUE(read_text(run.path() + file) == read_text(other.path() + file)) << file;
  }

  void resumes_exactly(const Overrides& overrides) {
    SCOPED_TRACE(testing::PrintToString(overrides));
    const std::string name = std::to_string(++count_);
    expect_same(run_in_pieces(name + "-pieces", overrides, {1, 7, 20, 29}),
                whole_run(name + "-whole", overrides));
  }

  Registry& registry() { return *registry_; }

 private:
  TemporaryFolder folder_;
  std::string config_path_ = write_small_run(folder_.path());
  std::unique_ptr<Registry> registry_ = open_registry();
  int count_ = 0;
};

TEST_F(Resume, IsExactWithEveryOptimizer) {
  for (const ComponentInfo* optimizer : registry().components("optimizer"))
    resumes_exactly({"training.optimizer=\"" + optimizer->name + "\""});
}

TEST_F(Resume, IsExactWithAllThatAStepCanHave) {
  resumes_exactly({"training.regularizer={name=\"JacobianReg\",n=2,objectives=[1]}",
                   "training.sam={rho=0.02}", "training.gradient_clip=0.5",
                   "training.batches_per_step=2", "training.sampling_threads=3",
                   "training.learning_rate=[{name=\"warm-up\",steps=5},\"cosine\"]",
                   "training.loss_weight={name=\"linear-ramp-up\",step_to_switch_on_reg=0,"
                   "step_to_switch_off_reg=15,end_weight=1.0}"});
}

TEST_F(Resume, IsExactWithEarlyStoppingAndRestoresTheSameState) {
  const Overrides early = {"training.patience=1", "training.valid_frequency=3",
                           "training.optimizer={name=\"SGD\",lr=30.0}"};
  const RunFolder whole = whole_run("whole", early);
  EXPECT_THAT(read_text(whole.record()), testing::HasSubstr("\"stopped_early\": true"));
  expect_same(run_in_pieces("pieces", early, {2, 4}), whole);
}

TEST_F(Resume, OfAFinishedRunGivesItAgain) {
  const RunFolder run = whole_run("run", {});
  const std::string history = read_text(run.history()), model = read_text(run.model());
  train(config({}), run, registry(), {}, TrainFrom::checkpoint);
  EXPECT_TRUE(read_text(run.history()) == history);
  EXPECT_TRUE(read_text(run.model()) == model);
}

TEST_F(Resume, GoesOnToMoreSteps) {
  const RunFolder run = whole_run("run", {"training.steps=20"});
  train(config({}), run, registry(), {}, TrainFrom::checkpoint);
  EXPECT_TRUE(read_text(run.history()) == read_text(whole_run("whole", {}).history()));
}

TEST_F(Resume, RefusesAnotherConfigAndSaysWhatDiffers) {
  const RunFolder run = whole_run("run", {});
  const Overrides other = {"training.batch_size=16", "training.seed=3", "training.threads=1",
                           "objective[0].loss.temperature=0.5", "training.gradient_clip=1.0"};
  EXPECT_EQ(message_of([&] { train(config(other), run, registry(), {}, TrainFrom::checkpoint); }),
            run.path() +
                ": the run cannot be resumed with another config:\n"
                "  objective[0].loss.temperature was 1.0, is now 0.5\n"
                "  training.batch_size was 32, is now 16\n"
                "  training.gradient_clip was not given, is now 1.0\n"
                "  training.seed was 0, is now 3");
}

TEST_F(Resume, NeedsARunAndReadsItsCheckpoint) {
  EXPECT_EQ(message_of([&] {
              train(config({}), RunFolder(place("none")), registry(), {}, TrainFrom::checkpoint);
            }),
            place("none") + ": there is no run to resume: it has no config.toml");
  const RunFolder run = whole_run("run", {});
  write_npz(run.checkpoint(), {{"batches_seen", at::zeros({1})}});
  EXPECT_THAT(message_of([&] { train(config({}), run, registry(), {}, TrainFrom::checkpoint); }),
              testing::StartsWith(run.checkpoint() + ": the state does not fit the solver:\n"));
}

TEST_F(Resume, WarnsWhenTheNumberOfThreadsIsAnother) {
  const RunFolder run = whole_run("run", {"training.threads=1", "training.steps=20"});
  std::vector<std::string> warnings;
  TrainHooks hooks;
  hooks.warning = [&](const std::string& line) { warnings.push_back(line); };
  train(config({"training.threads=2"}), run, registry(), hooks, TrainFrom::checkpoint);
  EXPECT_THAT(warnings,
              testing::Contains("the run was made with threads 1, this is 2: it will not be the "
                                "same to the last bit as if it had not been stopped"));
}

TEST_F(Resume, ANewRunInTheSameFolderForgetsTheOldCheckpoint) {
  const RunFolder run = whole_run("run", {});
  TrainHooks hooks;
  hooks.observers = {interrupted([&] {
    EXPECT_FALSE(std::filesystem::exists(run.checkpoint()));
    return true;
  })};
  train(config({}), run, registry(), hooks);
}

}  // namespace
}  // namespace facet
