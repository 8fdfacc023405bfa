#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

#include "framework/cebra/fit_hooks.h"
#include "framework/judging/evaluate.h"
#include "framework/reading/recording_reader.h"
#include "framework/run_folder/embedding_file.h"
#include "integration/small_run.h"
#include "temporary_folder.h"

namespace facet {
namespace {

class Run : public testing::Test {
 protected:
  std::string train_run(const std::string& name, const std::vector<std::string>& overrides = {},
                        const TrainHooks& hooks = {}) {
    return train_config(config_path, name, overrides, hooks);
  }

  std::string train_config(const std::string& path, const std::string& name,
                           const std::vector<std::string>& overrides = {},
                           const TrainHooks& hooks = {}) {
    const std::string run = folder.path() + "/" + name;
    train(read_run_config(path, overrides, *registry), RunFolder(run), *registry, hooks);
    return run;
  }

  TemporaryFolder folder;
  std::string config_path = write_small_run(folder.path());
  std::unique_ptr<Registry> registry = open_registry();
};

std::int64_t count_lines(const std::string& text) {
  return std::count(text.begin(), text.end(), '\n');
}

TEST_F(Run, WritesItsFolder) {
  const RunFolder run(train_run("run"));
  EXPECT_EQ(count_lines(read_text(run.history())), 31);
  EXPECT_EQ(count_lines(read_text(run.validation())), 4);
  EXPECT_THAT(read_text(run.record()), testing::HasSubstr("\"name\": \"core\""));
  EXPECT_THAT(read_text(run.record()), testing::HasSubstr("\"checksum\": \"sha256:"));
  const LabelledEmbedding file = load_embedding(run.embedding());
  EXPECT_EQ(file.embedding.sizes(), (std::vector<std::int64_t>{400, 4}));
  EXPECT_TRUE(file.embedding.isfinite().all().item<bool>());
  EXPECT_EQ(file.labels.all().size(), 2u);
}

TEST_F(Run, IsGivenAgainByItsResolvedConfig) {
  const RunFolder first(train_run("first", {"training.seed=3"}));
  const RunFolder second(train_config(first.config(), "second"));
  EXPECT_EQ(read_text(second.history()), read_text(first.history()));
  EXPECT_EQ(read_text(second.model()), read_text(first.model()));
  EXPECT_EQ(read_text(second.config()), read_text(first.config()));
}

TEST_F(Run, IsTheSameToTheLastBitWithAnyNumberOfSamplingThreads) {
  const RunFolder one(train_run("one", {"training.sampling_threads=1"}));
  const RunFolder five(train_run("five", {"training.sampling_threads=5"}));
  EXPECT_EQ(read_text(five.history()), read_text(one.history()));
  EXPECT_EQ(read_text(five.model()), read_text(one.model()));
}

TEST_F(Run, DrawsParametersAndSamplesByItsSeed) {
  const auto with_seed = [&](const std::string& seed) {
    return assemble(read_run_config(config_path, {"training.seed=" + seed}, *registry), *registry);
  };
  const Assembly zero = with_seed("0"), one = with_seed("1"), again = with_seed("1");
  const auto weight = [](const Assembly& run) { return run.models[0]->parameters()[0]; };
  const auto drawn = [](const Assembly& run) {
    return run.loader->batch(0).objectives[0].reference;
  };
  EXPECT_FALSE(weight(zero).equal(weight(one)));
  EXPECT_FALSE(drawn(zero).equal(drawn(one)));
  EXPECT_TRUE(weight(again).equal(weight(one)));
  EXPECT_TRUE(drawn(again).equal(drawn(one)));
}

TEST_F(Run, IsSavedWholeWhenItIsInterrupted) {
  int asked = 0;
  TrainHooks hooks;
  hooks.observers = {interrupted([&] { return ++asked == 7; })};
  const RunFolder run(train_run("run", {}, hooks));
  EXPECT_EQ(count_lines(read_text(run.history())), 8);
  EXPECT_THAT(read_text(run.record()), testing::HasSubstr("\"interrupted\": true"));
  EXPECT_EQ(load_embedding(run.embedding()).embedding.size(0), 400);
}

/// Writes into the run's folder at its begin and at its end.
struct Notes : Observer {
  std::string folder;
  void on_begin(const TrainingStart& start) override {
    folder = start.folder;
    write_text(folder + "/begin.txt", "");
  }
  void on_end() override { write_text(folder + "/end.txt", ""); }
};

TEST_F(Run, ThatReplacesAnotherIsWhereItsObserversWrite) {
  const RunFolder run(train_run("run"));
  write_text(run.attribution(), "of the old one");
  TrainHooks hooks;
  hooks.observers = {std::make_shared<Notes>()};
  train(read_run_config(config_path, {"training.seed=1"}, *registry), run, *registry, hooks,
        TrainFrom::overwriting);
  EXPECT_TRUE(std::filesystem::exists(run.path() + "/begin.txt"));
  EXPECT_TRUE(std::filesystem::exists(run.path() + "/end.txt"));
  EXPECT_FALSE(std::filesystem::exists(run.attribution()));
  EXPECT_THAT(read_text(run.config()), testing::HasSubstr("\nseed = 1\n"));
}

/// Fails before there is anything to save, or after.
struct Failing : Observer {
  explicit Failing(std::int64_t step) : step_(step) {}
  Training on_step(const Report& report) override {
    if (report.step == step_) throw Error("as it was asked to");
    return Training::goes_on;
  }
  const std::int64_t step_;
};

TEST_F(Run, ThatFailsBeforeItHasAnythingLeavesNothing) {
  TrainHooks hooks;
  hooks.observers = {std::make_shared<Failing>(2)};
  EXPECT_THROW(train_run("new/run", {}, hooks), Error);
  EXPECT_FALSE(std::filesystem::exists(folder.path() + "/new"));

  const RunFolder old(train_run("run"));
  const std::string model = read_text(old.model());
  const auto fails_at = [&](std::int64_t step) {
    hooks.observers = {std::make_shared<Failing>(step)};
    EXPECT_THROW(train(read_run_config(config_path, {"training.seed=1"}, *registry), old, *registry,
                       hooks, TrainFrom::overwriting),
                 Error);
  };
  fails_at(2);
  EXPECT_TRUE(read_text(old.model()) == model);
  fails_at(12);  // two steps after its first checkpoint
  EXPECT_FALSE(read_text(old.model()) == model);
  EXPECT_THAT(read_text(old.config()), testing::HasSubstr("\nseed = 1\n"));
}

TEST_F(Run, GivesItsEmbeddingAgainFromItsModel) {
  const RunFolder folder_of_run(train_run("run", {"model.renormalize=true"}));
  const TrainedRun run = load_run(folder_of_run, *registry);
  const Recording recording = read_recording(run.config.data, *registry).recording;
  const at::Tensor embedding = transform(run.encoders.of(0), recording.signals, recording.segments);
  EXPECT_TRUE(at::allclose(embedding, load_embedding(folder_of_run.embedding()).embedding));
}

TEST_F(Run, IsMaskedWhileItTrainsAndSeesTheSignalsWholeAfterwards) {
  const RunFolder plain(train_run("plain"));
  const std::string masks = R"(data.masks=[{ name = "RandomNeuronMask", ratio = [0.5] }])";
  const RunFolder masked(train_run("masked", {masks}));
  EXPECT_NE(read_text(masked.history()), read_text(plain.history()));

  const TrainedRun run = load_run(masked, *registry);
  const Recording recording = read_recording(run.config.data, *registry).recording;
  const at::Tensor embedding = transform(run.encoders.of(0), recording.signals, recording.segments);
  EXPECT_TRUE(at::allclose(embedding, load_embedding(masked.embedding()).embedding));
}

TEST_F(Run, DecodesTheLabelOfItsSupervisedFacet) {
  const std::vector<std::string> longer = {"training.steps=400"};
  const RunFolder run(train_run("run", longer));
  const RunJudgement judgement =
      evaluate_run(run, read_run_config(config_path, longer, *registry), *registry);
  EXPECT_TRUE(judgement.held_out);
  for (const std::string decoder : {"knn", "linear"})
    EXPECT_GT(find_value(judgement.figures, "decoding 2:4 position " + decoder + " r2").value(),
              0.9)
        << decoder;
}

TEST_F(Run, OfHybridTrainingHasOneCriterionForBehaviourAndTime) {
  const std::string loss = "{name=\"LearnableEuclideanInfoNCE\"}";
  const RunFolder run(
      train_run("run", {"training.solver=single-session-hybrid",
                        "objective=[{slice=[0,2],loss=" + loss +
                            ",distribution={name=\"time_delta\",label=\"position\"}},"
                            "{slice=[0,4],loss=" +
                            loss + ",distribution=\"time\"}]"}));
  std::vector<std::string> criterion;
  for (const NamedTensor& array : read_npz(run.model()))
    if (array.name.starts_with("criterion.")) criterion.push_back(array.name);
  EXPECT_THAT(criterion, testing::ElementsAre(testing::StartsWith("criterion.criterions.0.")));
  EXPECT_THAT(read_text(run.history()), testing::HasSubstr("objective1.temperature"));
}

}  // namespace
}  // namespace facet
