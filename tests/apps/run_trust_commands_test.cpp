// What is judged is one whole run, and a run that is damaged is told by name and reason.
#include <ATen/TensorOperators.h>
#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <limits>
#include <nlohmann/json.hpp>

#include "apps/run_commands.h"
#include "framework/run_folder/embedding_file.h"

namespace facet {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class RunTrustCommands : public RunCommands {
 protected:
  RunTrustCommands() { EXPECT_EQ(train_run({"--set", "training.steps=4"}).exit_code, 0); }

  std::string path(const std::string& file) const { return folder() + "/run/" + file; }
  bool exists(const std::string& file) const { return fs::exists(path(file)); }

  /// Changes one array of an npz file of the run.
  void change(const std::string& file, const std::string& name,
              const std::function<void(at::Tensor&)>& how) const {
    std::vector<NamedTensor> arrays = read_npz(path(file));
    for (NamedTensor& array : arrays) {
      array.tensor = array.tensor.clone();
      if (array.name.starts_with(name)) how(array.tensor);
    }
    write_npz(path(file), arrays);
  }
  /// The embedding says that it is of the model as it is now.
  void claim_embedding() const {
    LabelledEmbedding file = load_embedding(path("embedding.npz"));
    file.embedding = file.embedding.clone();
    file.model = RunFolder(folder() + "/run").model_checksum();
    save_embedding(path("embedding.npz"), file);
  }
  void expect_refused(const std::vector<Words>& all, const std::string& message) const {
    for (const Words& words : all) {
      const ProgramResult result = facet(words);
      EXPECT_NE(result.exit_code, 0) << words[0];
      EXPECT_EQ(result.output, "") << words[0];
      EXPECT_THAT(result.errors, HasSubstr(message)) << words[0];
    }
  }
};

const std::vector<Words> judging = {{"evaluate", "run"}, {"compare", "run", "other"}};

// embed and attribute need of an objective its slice alone; that they do need.
TEST_F(RunTrustCommands, AConfigWithoutSlicesIsToldAsSuch) {
  const std::string config = read("run/config.toml");
  const std::size_t begin = config.find("slice = "), end = config.find('\n', begin);
  ASSERT_NE(end, std::string::npos);
  write_text(path("config.toml"), config.substr(0, begin) + config.substr(end + 1));
  const std::string message =
      "config.toml:" +
      std::to_string(
          std::count(config.begin(), config.begin() + static_cast<std::ptrdiff_t>(begin), '\n')) +
      ":1: objective[0].slice is missing: begin and end of its part";
  expect_refused({{"embed", "run", "recording.npz", "--out", "new.npz"}, {"attribute", "run"}},
                 message);
}

TEST_F(RunTrustCommands, AnEmbeddingOfAnotherModelIsNotJudged) {
  fs::copy(folder() + "/run", folder() + "/other");
  EXPECT_EQ(facet({"compare", "run", "other"}).exit_code, 0);
  ASSERT_EQ(facet({"train", "run.toml", "--out", "longer", "--quiet", "--set", "training.steps=6"})
                .exit_code,
            0);
  fs::copy(folder() + "/longer/model.npz", path("model.npz"), fs::copy_options::overwrite_existing);
  expect_refused(judging,
                 "run/embedding.npz: is not of the model.npz beside it: facet train run --resume");
  fs::remove(path("embedding.npz"));
  expect_refused(judging, "run: has no embedding.npz, since the run has not ended: ");
}

TEST_F(RunTrustCommands, AResumedRunHasNoEmbeddingOfItsOldModel) {
  ASSERT_EQ(facet({"attribute", "run"}).exit_code, 0);
  const Words resume{"train", "run", "--resume", "--quiet"};
  EXPECT_EQ(facet(resume).exit_code, 0);
  EXPECT_TRUE(exists("attribution.npz")) << "nothing was learned that changed the model";
  Words longer = resume;
  longer.insert(longer.end(), {"--set", "training.steps=8"});
  EXPECT_EQ(facet(longer).exit_code, 0);
  EXPECT_FALSE(exists("attribution.npz"));
  EXPECT_EQ(facet({"evaluate", "run"}).exit_code, 0);
}

TEST_F(RunTrustCommands, ResumeToFewerStepsIsRefused) {
  const std::string before = read("run/history.csv");
  expect_refused({{"train", "run", "--resume", "--quiet", "--set", "training.steps=3"}},
                 "facet: run: 4 steps are done, and training.steps = 3 asks for fewer");
  EXPECT_EQ(read("run/history.csv"), before);
}

TEST_F(RunTrustCommands, ATrainedRunWithoutItsCheckpointIsNotTrainedAnew) {
  fs::remove(path("checkpoint.npz"));
  const std::string model = read("run/model.npz");
  expect_refused({{"train", "run", "--resume", "--quiet"},
                  {"train", "run", "--resume", "--quiet", "--set", "training.steps=3"}},
                 "run: has a trained model.npz, but no checkpoint.npz to go on from");
  EXPECT_EQ(read("run/model.npz"), model);
}

TEST_F(RunTrustCommands, ARecordingThatHasChangedSinceIsNotComparedWith) {
  const auto before = nlohmann::json::parse(facet({"evaluate", "run", "--json"}).output);
  std::vector<NamedTensor> arrays = read_npz(folder() + "/recording.npz");
  for (NamedTensor& array : arrays) array.tensor = array.tensor.flip({0});
  fs::remove(folder() + "/recording.npz");
  write_npz(folder() + "/recording.npz", arrays);
  const std::string changed =
      "is not what the run was trained on: the file, or what [data] takes "
      "of it, has changed since";
  const ProgramResult judged = facet({"evaluate", "run", "--json"});
  EXPECT_EQ(judged.exit_code, 0);
  EXPECT_THAT(judged.errors, HasSubstr("warning: without the recording there are no held-out "
                                       "losses and no baselines: "));
  EXPECT_THAT(judged.errors, HasSubstr(changed));
  const auto after = nlohmann::json::parse(judged.output);
  EXPECT_EQ(after["decoding"], before["decoding"]);
  EXPECT_FALSE(after.contains("baselines"));
  expect_refused({{"attribute", "run"}}, changed);
  EXPECT_FALSE(exists("attribution.npz"));
}

TEST_F(RunTrustCommands, ARecordThatCannotBeReadEndsEveryCommand) {
  fs::copy(folder() + "/run", folder() + "/other");
  std::vector<Words> all = judging;
  all.push_back({"attribute", "run"});
  all.push_back({"embed", "run", "recording.npz"});
  for (const std::string text : {"", "[]", "{}", "null", R"({"format": 1)"}) {
    write_text(path("run.json"), text);
    expect_refused(all, "run/run.json: ");
  }
  write_text(path("run.json"), R"({"format": 99})");
  expect_refused(all, "run/run.json: ");
  fs::remove(path("run.json"));
  expect_refused(all, "run: is not the folder of a run: it has no run.json");
}

TEST_F(RunTrustCommands, ParametersThatAreNotFiniteAreNotJudged) {
  fs::copy(folder() + "/run", folder() + "/other");
  change("model.npz", "state.", [](at::Tensor& state) {
    if (state.dim() > 1) state[0][0] = std::numeric_limits<float>::quiet_NaN();
  });
  claim_embedding();
  std::vector<Words> all = judging;
  all.push_back({"attribute", "run"});
  all.push_back({"embed", "run", "recording.npz"});
  expect_refused(all, "run/model.npz: has parameters that are not finite, so the training failed");
  EXPECT_THAT(facet({"evaluate", "run"}).errors, HasSubstr(": 1 of "));
}

TEST_F(RunTrustCommands, AnEmbeddingThatIsNotFiniteIsNotJudged) {
  fs::copy(folder() + "/run", folder() + "/other");
  change("embedding.npz", "embedding", [](at::Tensor& rows) {
    rows.narrow(0, 40, 3).fill_(std::numeric_limits<float>::quiet_NaN());
    rows[7][1] = std::numeric_limits<float>::infinity();
  });
  expect_refused(judging, "run/embedding.npz: is not finite in 4 of 400 bins");
  change("embedding.npz", "embedding",
         [](at::Tensor& rows) { rows.fill_(std::numeric_limits<float>::quiet_NaN()); });
  expect_refused(judging, "run/embedding.npz: is not finite in 400 of 400 bins");
}

TEST_F(RunTrustCommands, AJudgementNamesTheModel) {
  const std::string model = RunFolder(folder() + "/run").model_checksum();
  const auto json = nlohmann::json::parse(facet({"evaluate", "run", "--json"}).output);
  EXPECT_EQ(json["model"], model);
  fs::copy(folder() + "/run", folder() + "/other");
  const auto both = nlohmann::json::parse(facet({"compare", "run", "other", "--json"}).output);
  EXPECT_EQ(both["models"], nlohmann::json({model, model}));
  ASSERT_EQ(facet({"attribute", "run"}).exit_code, 0);
  for (const NamedTensor& array : read_npz(path("attribution.npz")))
    if (array.name == "model_checksum") {
      const auto* bytes = array.tensor.data_ptr<std::uint8_t>();
      EXPECT_EQ(std::string(bytes, bytes + array.tensor.numel()), model);
    }
}

TEST_F(RunTrustCommands, ComponentsStayTheOnesTheyAre) {
  EXPECT_THAT(read("run/config.toml"),
              AllOf(HasSubstr("name = \"core/offset1-model-mse-clip-5-5\"\n"),
                    HasSubstr("name = \"core/LearnableEuclideanInfoNCE\""),
                    HasSubstr("name = \"torch_nn/nn.MSELoss\""),
                    HasSubstr("optimizer = { name = \"core/Adam\"")));
  const auto record = nlohmann::json::parse(read("run/run.json"));
  EXPECT_EQ(record["components"]["objective[1].loss"], "torch_nn/nn.MSELoss");
  EXPECT_EQ(record["components"]["model"], "core/offset1-model-mse-clip-5-5");
}

TEST_F(RunTrustCommands, AMissingPluginIsToldByNameVersionAndPath) {
  std::string config = read("run/config.toml");
  config.replace(config.find("torch_nn/"), 9, "gone_lab/");
  write_text(path("config.toml"), config);
  auto record = nlohmann::json::parse(read("run/run.json"));
  record["plugins"].push_back(
      {{"name", "gone_lab"}, {"version", "1.2"}, {"path", "/old/gone_lab.so"}, {"checksum", ""}});
  write_text(path("run.json"), record.dump());
  for (const Words& words :
       {Words{"evaluate", "run"}, Words{"attribute", "run"}, Words{"train", "run", "--resume"}}) {
    const ProgramResult result = facet(words);
    EXPECT_EQ(result.exit_code, 2) << words[0];
    EXPECT_THAT(result.errors,
                AllOf(HasSubstr("unknown criterion 'gone_lab/nn.MSELoss'"),
                      HasSubstr("run/run.json: plugin 'gone_lab' 1.2 made the run and is missing: "
                                "it was /old/gone_lab.so")))
        << words[0];
  }
  // It needs the model's plugin alone.
  EXPECT_EQ(facet({"embed", "run", "recording.npz", "--out", "again.npz"}).exit_code, 0);
}

TEST_F(RunTrustCommands, DamagedFilesAreToldByNameAndReason) {
  const std::map<std::string, Words> readers = {
      {"config.toml", {"evaluate", "run"}},
      {"model.npz", {"evaluate", "run"}},
      {"embedding.npz", {"evaluate", "run"}},
      {"checkpoint.npz", {"train", "run", "--resume", "--quiet"}},
      {"run.json", {"train", "run", "--resume", "--quiet"}}};
  const auto expect_told = [&](const std::string& file, const std::string& how) {
    SCOPED_TRACE(file + " " + how);
    const ProgramResult result = facet(readers.at(file));
    EXPECT_TRUE(result.exit_code == 1 || result.exit_code == 2) << result.exit_code;
    EXPECT_EQ(result.output, "");
    EXPECT_THAT(result.errors,
                AllOf(HasSubstr("run/" + file), Not(HasSubstr("json.exception")),
                      Not(HasSubstr("filesystem error")), Not(HasSubstr("frame #")),
                      Not(testing::EndsWith(":\n")), Not(testing::EndsWith(": \n"))));
  };
  for (const auto& [file, reader] : readers) {
    const std::string whole = read("run/" + file);
    for (const std::string& text : {std::string(), whole.substr(0, whole.size() / 2),
                                    std::string("\xff\xfe{"), std::string("[1]")}) {
      write_text(path(file), text);
      expect_told(file, "holds '" + text.substr(0, 10) + "'");
    }
    fs::remove(path(file));
    fs::create_directory(path(file));
    expect_told(file, "is a folder");
    fs::remove(path(file));
    fs::create_symlink(file, path(file));
    expect_told(file, "is a link to itself");
    fs::remove(path(file));
    write_text(path(file), whole);
  }
}

TEST_F(RunTrustCommands, ALongOrCircularNameIsToldWithItsReason) {
  fs::create_symlink("circle", folder() + "/circle");
  const std::string name(300, 'x');
  for (const std::string& run : {std::string("circle"), std::string("circle/run"), name})
    for (const Words& words :
         {Words{"evaluate", run}, Words{"attribute", run},
          Words{"train", "run.toml", "--out", run, "--quiet"}, Words{"train", run, "--resume"}}) {
      const ProgramResult result = facet(words);
      EXPECT_EQ(result.exit_code, 1) << words[0];
      EXPECT_THAT(result.errors, AllOf(HasSubstr(run == name ? "File name too long"
                                                             : "Too many levels of symbolic links"),
                                       Not(HasSubstr("filesystem error"))))
          << words[0];
    }
}

}  // namespace
}  // namespace facet
