// A run that is stopped and resumed ends as one that was not stopped.
#include <gmock/gmock.h>
#include <torch/version.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "framework/cebra/fit_hooks.h"
#include "framework/run/train.h"
#include "framework/run_folder/run_arrays.h"
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

  /// What a run warns of while it goes on.
  std::vector<std::string> warned_of(const RunFolder& run, const Overrides& overrides,
                                     TrainFrom from) {
    std::vector<std::string> warnings;
    TrainHooks hooks;
    hooks.warning = [&](const std::string& line) { warnings.push_back(line); };
    train(config(overrides), run, *registry_, hooks, from);
    return warnings;
  }

  static nlohmann::json record_of(const RunFolder& run) {
    return nlohmann::json::parse(read_text(run.record()));
  }

  /// One value of one label.
  void change_the_recording() const {
    std::vector<NamedTensor> arrays = read_npz(place("recording.npz"));
    for (NamedTensor& array : arrays) array.tensor = array.tensor.clone();
    arrays.at(1).tensor[7][0] += 0.5;
    write_npz(place("recording.npz"), arrays);
  }

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
  write_run_arrays(run.checkpoint(), {{"batches_seen", at::zeros({1})}});
  EXPECT_THAT(message_of([&] { train(config({}), run, registry(), {}, TrainFrom::checkpoint); }),
              testing::StartsWith(run.checkpoint() + ": the state does not fit the solver:\n"));
}

TEST_F(Resume, WarnsWhenTheNumberOfThreadsIsAnother) {
  const RunFolder run = whole_run("run", {"training.threads=1", "training.steps=20"});
  EXPECT_THAT(
      warned_of(run, {"training.threads=2"}, TrainFrom::checkpoint),
      testing::Contains("resumed after step 20: threads was 1, is now 2; the run is not the "
                        "same to the last bit as if it had not been stopped"));
}

TEST_F(Resume, OfOneWhoseDataOrLibrariesAreOthersIsRefusedWithAllThatChanged) {
  const RunFolder run = whole_run("run", {"training.steps=20", "training.threads=1"});
  const std::string checkpoint = read_text(run.checkpoint());
  nlohmann::json record = record_of(run);
  record["libtorch"] = "1.0.0";
  write_text(run.record(), record.dump());
  const std::string data = record["data"][0]["checksum"];
  change_the_recording();

  EXPECT_THAT(message_of([&] {
                train(config({"training.threads=2"}), run, registry(), {}, TrainFrom::checkpoint);
              }),
              testing::AllOf(
                  testing::StartsWith(run.path() +
                                      ": the run would not go on as it began:\n"
                                      "  libtorch was 1.0.0, is now " TORCH_VERSION "\n"
                                      "  data of " +
                                      place("recording.npz") + " was " + data + ", is now sha256:"),
                  testing::Not(testing::HasSubstr("is now " + data)),
                  testing::EndsWith("\n  threads was 1, is now 2\n"
                                    "with --accept-changes it goes on all the same")));
  EXPECT_TRUE(read_text(run.checkpoint()) == checkpoint);
  EXPECT_EQ(record_of(run), record);
}

TEST_F(Resume, GoesOnDespiteChangesThatAreAcceptedAndKeepsThemForGood) {
  const RunFolder run = whole_run("run", {"training.steps=10"});
  change_the_recording();
  const auto is_kept = testing::Contains(testing::AllOf(
      testing::StartsWith("resumed after step 10: data of " + place("recording.npz") +
                          " was sha256:"),
      testing::EndsWith("; what comes after it is trained otherwise than what came before")));
  EXPECT_THAT(warned_of(run, {"training.steps=20"}, TrainFrom::changed_checkpoint), is_kept);
  EXPECT_EQ(record_of(run)["resumed_at"], 10);
  EXPECT_THAT(record_of(run)["warnings"].get<Overrides>(), is_kept);

  EXPECT_THAT(warned_of(run, {}, TrainFrom::checkpoint), is_kept) << "resumed once more";
  EXPECT_EQ(record_of(run)["resumed_at"], 20);
  EXPECT_THAT(record_of(run)["warnings"].get<Overrides>(), is_kept);
  EXPECT_EQ(record_of(run)["changes"].size(), 1U);
}

TEST_F(Resume, NeedsTheRecordBesideTheCheckpoint) {
  const RunFolder run = whole_run("run", {"training.steps=10"});
  std::filesystem::remove(run.record());
  EXPECT_EQ(message_of([&] { train(config({}), run, registry(), {}, TrainFrom::checkpoint); }),
            run.path() +
                ": the run would not go on as it began:\n"
                "  run.json, which says how the run was made, was there, is now missing\n"
                "with --accept-changes it goes on all the same");
}

// It was stopped before it had anything to save.
TEST_F(Resume, WithoutACheckpointBeginsAnewWhateverChanged) {
  const RunFolder run = whole_run("run", {"training.steps=10"});
  std::filesystem::remove(run.checkpoint());
  std::filesystem::remove(run.model());
  change_the_recording();
  EXPECT_THAT(warned_of(run, {"training.steps=10"}, TrainFrom::checkpoint),
              testing::Not(testing::Contains(testing::HasSubstr("data of "))));
  EXPECT_EQ(record_of(run)["resumed_at"], 0);
}

TEST_F(Resume, ANewRunInTheSameFolderForgetsTheOldCheckpoint) {
  const RunFolder run = whole_run("run", {});
  train(config({"training.steps=5"}), run, registry(), {}, TrainFrom::overwriting);
  train(config({"training.steps=5"}), run, registry(), {}, TrainFrom::checkpoint);
  EXPECT_EQ(record_of(run)["steps"], 5);
}

}  // namespace
}  // namespace facet
