#include <gmock/gmock.h>

#include "facet/npz.h"
#include "framework/assembly/adapt.h"
#include "framework/assembly/adaptation_config.h"
#include "framework/run/embed_recordings.h"
#include "framework/run_folder/model_file.h"
#include "framework/run_folder/split_embedding.h"
#include "integration/two_sessions.h"
#include "message_of.h"
#include "temporary_folder.h"

namespace facet {
namespace {

class SessionsRun : public testing::Test {
 protected:
  RunFolder train_run(const std::string& name, const std::vector<std::string>& overrides = {}) {
    return train_config(read_run_config(config_path, overrides, *registry), name);
  }
  RunFolder train_config(const RunConfig& config, const std::string& name) {
    const RunFolder run(folder.path() + "/" + name);
    train(config, run, *registry);
    return run;
  }
  at::Tensor embed(const RunFolder& run, const std::string& file, const std::string& session) {
    return embed_other_recording(load_run(run, *registry), run,
                                 {{folder.path() + "/" + file}, session}, *registry)
        .embedding;
  }
  static std::map<std::string, at::Tensor> state_of(const RunFolder& run) {
    std::map<std::string, at::Tensor> state;
    for (const NamedTensor& array : read_npz(run.model())) state[array.name] = array.tensor.clone();
    return state;
  }

  TemporaryFolder folder;
  std::string config_path = write_two_sessions(folder.path());
  std::unique_ptr<Registry> registry = open_registry();
};

TEST_F(SessionsRun, KeepsAnEncoderASessionAndSaysWhoseARowIs) {
  const RunFolder run = train_run("run");
  EXPECT_THAT(saved_num_neurons(run.model()), testing::ElementsAre(12, 9));
  auto state = state_of(run);
  EXPECT_EQ(state.at("state.0.net.0.weight").sizes(), (std::vector<std::int64_t>{8, 12, 2}));
  EXPECT_EQ(state.at("state.1.net.0.weight").sizes(), (std::vector<std::int64_t>{8, 9, 2}));

  const LabelledEmbedding file = load_embedding(run.embedding());
  EXPECT_EQ(file.embedding.sizes(), (std::vector<std::int64_t>{800, 8}));
  EXPECT_EQ(file.session.narrow(0, 0, 400).sum().item<std::int64_t>(), 0);
  EXPECT_EQ(file.session.narrow(0, 400, 400).sum().item<std::int64_t>(), 400);
  EXPECT_EQ(file.labels.discrete("side").size(0), 800);
}

TEST_F(SessionsRun, HoldsOutAPartOfEachSession) {
  const RunConfig config = read_run_config(config_path, {}, *registry);
  const Split split = load_split_embedding(train_run("run"), config).split;
  EXPECT_THAT(split.training, testing::ElementsAre(Segment{0, 320, 0}, Segment{400, 700, 1}));
  EXPECT_THAT(split.held_out, testing::ElementsAre(Segment{320, 400, 0}, Segment{700, 800, 1}));
}

TEST_F(SessionsRun, EmbedsByTheEncoderOfTheSessionThatIsNamed) {
  const RunFolder run = train_run("run", {"data.zscore=true"});
  const at::Tensor all = load_embedding(run.embedding()).embedding;
  EXPECT_TRUE(at::allclose(embed(run, "first.npz", "first"), all.narrow(0, 0, 400)));
  EXPECT_TRUE(at::allclose(embed(run, "second.npz", "second"), all.narrow(0, 400, 400)));
  EXPECT_EQ(message_of([&] { embed(run, "second.npz", "first"); }),
            folder.path() + "/second.npz: 9 channels of signals, the run was trained on 12");
}

TEST_F(SessionsRun, IsGivenAgainByItsResolvedConfig) {
  const RunFolder first = train_run("first_run");
  const RunFolder second =
      train_config(read_run_config(first.config(), {}, *registry), "second_run");
  EXPECT_EQ(read_text(second.history()), read_text(first.history()));
  EXPECT_EQ(read_text(second.model()), read_text(first.model()));
}

TEST_F(SessionsRun, OneEncoderSeesAllSessionsWhenTheyAreUnified) {
  const RunFolder run =
      train_run("run", {"training.solver=unified", "training.align_by=Z1", "data.zscore=true"});
  EXPECT_THAT(saved_num_neurons(run.model()), testing::ElementsAre(21));
  EXPECT_EQ(state_of(run).at("state.net.0.weight").sizes(), (std::vector<std::int64_t>{8, 21, 2}));
  const at::Tensor all = load_embedding(run.embedding()).embedding;
  ASSERT_EQ(all.size(0), 800);
  EXPECT_TRUE(all.isfinite().all().item<bool>());
  EXPECT_EQ(embed(run, "second.npz", "second").size(0), 400);
}

TEST_F(SessionsRun, AdaptsToOtherNeuronsByItsFirstLayerAlone) {
  const RunFolder run = train_run("run");
  const RunConfig config = adaptation_config(run, read_run_config(run.config(), {}, *registry),
                                             "second", folder.path() + "/third.npz");
  const RunFolder adapted = train_config(config, "adapted");
  auto before = state_of(run), after = state_of(adapted);
  EXPECT_THAT(saved_num_neurons(adapted.model()), testing::ElementsAre(15));
  for (const auto& [key, value] : after) {
    if (key == "num_neurons" || key == "state.net.0.weight") continue;
    const bool of_model = key.starts_with("state.");
    EXPECT_TRUE(value.equal(before.at(of_model ? "state.1." + key.substr(6) : key))) << key;
  }
  auto untrained_config = config;
  untrained_config.training.steps = 1;
  auto untrained = state_of(train_config(untrained_config, "untrained"));
  EXPECT_FALSE(
      at::allclose(after.at("state.net.0.weight"), untrained.at("state.net.0.weight"), 0, 1e-3));
  EXPECT_EQ(embed(adapted, "third.npz", "").size(0), 400);

  const RunFolder again =
      train_config(read_run_config(adapted.config(), {}, *registry), "adapted_again");
  EXPECT_EQ(read_text(again.model()), read_text(adapted.model()));
}

TEST_F(SessionsRun, FindsTheLayersThatSeeTheNeurons) {
  EXPECT_THAT(neuron_keys({"offset10-model"}, *registry), testing::ElementsAre("net.0.weight"));
  EXPECT_THAT(neuron_keys({"offset1-model-mse"}, *registry), testing::ElementsAre("net.1.weight"));
}

}  // namespace
}  // namespace facet
