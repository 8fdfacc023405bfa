// How a user takes encoders to other programs, and from CEBRA.
#include <ATen/TensorOperators.h>
#include <ATen/ops/abs.h>
#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <limits>
#include <map>
#include <sstream>

#include "apps/run_commands.h"
#include "framework/exchange/safetensors.h"
#include "framework/run_folder/embedding_file.h"
#include "integration/two_sessions.h"

namespace facet {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

class ExchangeCommands : public RunCommands {
 protected:
  bool exists(const std::string& file) const {
    return std::filesystem::exists(folder() + "/" + file);
  }
  std::string fails(const Words& words) const {
    const ProgramResult result = facet(words);
    EXPECT_NE(result.exit_code, 0) << testing::PrintToString(words);
    return result.errors;
  }
  /// The files of CEBRA's models, with a config for their recordings.
  void take_cebra(const std::string& kind, const std::vector<std::string>& recordings) const {
    for (const std::string& file : recordings)
      std::filesystem::copy(CEBRA_FILES "/" + file + ".npz", folder() + "/" + file + ".npz");
    std::filesystem::copy(CEBRA_FILES "/" + kind + ".safetensors",
                          folder() + "/" + kind + ".safetensors");
    std::string data = "[data]\n";
    if (recordings.size() == 1) data += "file = \"" + recordings[0] + ".npz\"\n";
    if (recordings.size() > 1)
      for (const std::string& file : recordings)
        data += "[[data.session]]\nfile = \"" + file + ".npz\"\n";
    write_text(folder() + "/cebra.toml", data + R"(
[[objective]]
slice = [0, 3]
loss = "FixedCosineInfoNCE"
distribution = { name = "time_delta", label = "position" }
[training]
device = "cpu"
)");
  }
  /// How far the rows are from CEBRA's, but for those at the ends.
  double far_from_peer(const at::Tensor& embedding, const std::string& recording, std::int64_t left,
                       std::int64_t right) const {
    at::Tensor peer;
    for (const NamedTensor& array : read_npz(folder() + "/" + recording + ".npz"))
      if (array.name == "peer") peer = array.tensor;
    const std::int64_t rows = peer.size(0) - left - right + 1;
    return (embedding - peer).narrow(0, left, rows).abs().max().item<double>();
  }
};

TEST_F(ExchangeCommands, ExportWritesAllThatInferenceNeeds) {
  ASSERT_EQ(train_run({"--set", "training.steps=3", "--set", "data.zscore=true"}).exit_code, 0);
  const ProgramResult result = facet({"export", "run", "out/of_run"});
  EXPECT_EQ(result.exit_code, 0) << result.errors;
  EXPECT_EQ(result.output, "out/of_run\n");
  const SafeTensors file = read_safetensors(folder() + "/out/of_run/model.safetensors");
  ASSERT_EQ(file.tensors.size(), 10u) << "four layers, means and deviations";
  EXPECT_EQ(file.tensors[0].name, "net.1.weight");
  const std::string& about = file.metadata.at("facet");
  EXPECT_THAT(about, HasSubstr(R"("neurons":["neural[0]","neural[1]")"));
  EXPECT_THAT(about, HasSubstr(R"("offset":[0,1],"convolutional":false,"bin":null)"));
  EXPECT_THAT(about,
              HasSubstr(R"({"slice":[2,4],"loss":"torch_nn/nn.MSELoss","labels":["position"]})"));
  EXPECT_THAT(read("out/of_run/encoder.py"), HasSubstr("    nn.Hardtanh(-5.0, 5.0),\n"));
  EXPECT_THAT(read("out/of_run/model.onnx"), HasSubstr(about));
  EXPECT_THAT(read("out/of_run/embedding.csv"),
              StartsWith("embedding_0,embedding_1,embedding_2,embedding_3,"));
}

TEST_F(ExchangeCommands, ExportReplacesAnExportAlone) {
  ASSERT_EQ(train_run({"--set", "training.steps=3"}).exit_code, 0);
  ASSERT_EQ(facet({"export", "run", "out"}).exit_code, 0);
  EXPECT_THAT(fails({"export", "run", "out"}),
              HasSubstr("out: is there already: --overwrite replaces it"));
  EXPECT_EQ(facet({"export", "run", "out", "--overwrite"}).exit_code, 0);
  EXPECT_FALSE(exists(".out.new"));
  write_text(folder() + "/out/notes.txt", "mine");
  EXPECT_THAT(fails({"export", "run", "out", "--overwrite"}), HasSubstr("no export in it: out/"));
  EXPECT_EQ(read("out/notes.txt"), "mine");
  EXPECT_THAT(fails({"export", "run", "run", "--overwrite"}), HasSubstr("is not replaced"));
  EXPECT_THAT(fails({"export", "run", "run.toml"}), HasSubstr("is a file; an export is a folder"));
}

TEST_F(ExchangeCommands, ExportSaysWhatIsMissing) {
  ASSERT_EQ(train_run({"--set", "training.steps=3"}).exit_code, 0);
  std::filesystem::remove(folder() + "/recording.npz");
  std::filesystem::remove(folder() + "/run/embedding.npz");
  const ProgramResult result = facet({"export", "run", "out"});
  EXPECT_EQ(result.exit_code, 0) << result.errors;
  EXPECT_THAT(result.errors, HasSubstr("the neurons have numbers for names, since the recording"));
  EXPECT_THAT(result.errors, HasSubstr("so that there is no embedding.csv"));
  EXPECT_FALSE(exists("out/embedding.csv"));
  const auto file = read_safetensors(folder() + "/out/model.safetensors");
  EXPECT_THAT(file.metadata.at("facet"), HasSubstr(R"("neurons":["0","1","2","3","4","5"])"));
}

TEST_F(ExchangeCommands, ExportOfSeveralSessionsHasAFolderForEach) {
  write_two_sessions(folder());
  ASSERT_EQ(train_run({"--set", "training.steps=3"}).exit_code, 0);
  ASSERT_EQ(facet({"export", "run", "out"}).exit_code, 0);
  for (const char* session : {"first", "second"})
    for (const char* file : {"model.safetensors", "encoder.py", "model.onnx"})
      EXPECT_TRUE(exists("out/" + std::string(session) + "/" + file)) << session << file;
  EXPECT_TRUE(exists("out/embedding.csv"));
  EXPECT_FALSE(exists("out/model.onnx"));
  std::istringstream table(read("out/embedding.csv"));
  std::map<std::string, int> rows;  // by the ninth column
  for (std::string line, cell; std::getline(table, line); ++rows[cell]) {
    std::istringstream cells(line);
    for (int column = 0; column <= 8; ++column) std::getline(cells, cell, ',');
  }
  EXPECT_EQ(rows,
            (std::map<std::string, int>{{"session", 1}, {"\"first\"", 400}, {"\"second\"", 400}}));
}

TEST_F(ExchangeCommands, ExportNamesSessionsThatWouldShareAFolder) {
  write_two_sessions(folder());
  std::string config = read("run.toml");
  for (const auto& [file, name] : {std::pair("first", "a/x"), {"second", "a-x"}}) {
    const std::string line = "file = \"" + std::string(file) + ".npz\"\n";
    config.replace(config.find(line), line.size(), line + "name = \"" + name + "\"\n");
  }
  write_text(folder() + "/run.toml", config);
  ASSERT_EQ(train_run({"--set", "training.steps=2"}).exit_code, 0);
  EXPECT_EQ(fails({"export", "run", "out"}),
            "facet: the sessions 'a/x' and 'a-x' would both have the folder a-x: give one of them "
            "another name in data.session\n");
  EXPECT_FALSE(exists("out"));
}

TEST_F(ExchangeCommands, ImportGivesTheEmbeddingOfCebra) {
  struct Kind {
    const char* name;
    std::int64_t left, right;
  };
  for (const Kind& kind :
       {Kind{"cosine", 5, 5}, {"euclidean", 0, 1}, {"residual", 0, 1}, {"long", 18, 18}}) {
    SCOPED_TRACE(kind.name);
    const std::string name = kind.name;
    take_cebra(name, {name});
    const ProgramResult imported =
        facet({"import", name + ".safetensors", "cebra.toml", "--out", "of_" + name, "-q"});
    ASSERT_EQ(imported.exit_code, 0) << imported.errors;
    EXPECT_EQ(imported.output, "of_" + name + "\n");
    const ProgramResult embedded =
        facet({"embed", "of_" + name, name + ".npz", "--out", "again.npz", "--overwrite"});
    ASSERT_EQ(embedded.exit_code, 0) << embedded.errors;
    for (const std::string& file : {"of_" + name + "/embedding.npz", std::string("again.npz")}) {
      const at::Tensor embedding = load_embedding(folder() + "/" + file).embedding;
      EXPECT_LT(far_from_peer(embedding, name, kind.left, kind.right), 1e-6);
    }
  }
}

TEST_F(ExchangeCommands, ImportOfSeveralSessionsHasAnEncoderForEach) {
  take_cebra("sessions", {"sessions-0", "sessions-1"});
  const ProgramResult imported =
      facet({"import", "sessions.safetensors", "cebra.toml", "--out", "both"});
  ASSERT_EQ(imported.exit_code, 0) << imported.errors;
  const at::Tensor embedding = load_embedding(folder() + "/both/embedding.npz").embedding;
  EXPECT_LT(far_from_peer(embedding.narrow(0, 0, 90), "sessions-0", 2, 3), 1e-6);
  EXPECT_LT(far_from_peer(embedding.narrow(0, 90, 80), "sessions-1", 2, 3), 1e-6);
  EXPECT_EQ(facet({"evaluate", "both"}).exit_code, 0);
  EXPECT_EQ(facet({"export", "both", "exported"}).exit_code, 0);
  EXPECT_TRUE(exists("exported/sessions-1/model.onnx"));
  EXPECT_EQ(facet({"train", "both", "--resume", "-q", "--set", "training.steps=2"}).exit_code, 0);
}

TEST_F(ExchangeCommands, ImportSaysWhatDoesNotFit) {
  take_cebra("cosine", {"cosine"});
  const Words import = {"import", "cosine.safetensors", "cebra.toml", "--out", "run"};
  Words others = import;
  others.insert(others.end(), {"--set", "data.neurons=[0, 1]"});
  EXPECT_THAT(fails(others),
              HasSubstr("cosine.safetensors: is of 7 neurons, the config's recordings have 2"));
  others.back() = "model.num_units=64";
  EXPECT_EQ(fails(others),
            "--set: model.num_units is 64, but the model is that of cosine.safetensors, which has "
            "6: leave it out\n");
  others.back() = "model.renormalize=true";
  EXPECT_THAT(fails(others), HasSubstr("that of cosine.safetensors: leave it out"));
  EXPECT_THAT(fails({"import", "cosine.npz", "cebra.toml"}),
              HasSubstr("cosine.npz: is not a file of safetensors"));
  write_safetensors(folder() + "/cosine.safetensors", {});
  EXPECT_THAT(fails(import), HasSubstr("does not say which model of CEBRA it has"));
  write_safetensors(folder() + "/cosine.safetensors", {{}, {{"cebra", "{}"}}});
  EXPECT_THAT(fails(import), HasSubstr("must be JSON with model, num_units"));
  const char* about = R"({"model": "offset10-model", "num_units": 6, "num_output": 3,
                          "normalize": true, "num_neurons": [7]})";
  write_safetensors(folder() + "/cosine.safetensors", {{}, {{"cebra", about}}});
  EXPECT_THAT(fails(import), HasSubstr("net.0.weight is missing"));
  EXPECT_FALSE(exists("run/config.toml"));
}

TEST_F(ExchangeCommands, ImportRefusesWhatIsNoParameter) {
  take_cebra("cosine", {"cosine"});
  const std::string path = folder() + "/cosine.safetensors";
  SafeTensors file = read_safetensors(path);
  const auto own = std::ranges::find(file.tensors, "net.0.weight", &NamedTensor::name);
  ASSERT_NE(own, file.tensors.end());
  const at::Tensor trained = own->tensor;
  const auto fails_with = [&](const at::Tensor& values) {
    own->tensor = values;
    write_safetensors(path, file);
    return fails({"import", "cosine.safetensors", "cebra.toml", "--out", "run"});
  };
  EXPECT_THAT(fails_with(trained.to(at::kLong)),
              HasSubstr("cosine.safetensors: does not fit the model offset10-model:\n"
                        "  net.0.weight: holds no floating-point numbers\n"));
  const char* not_finite = "\n  net.0.weight: has values that are not finite in float32\n";
  at::Tensor with_nan = trained.clone();
  with_nan.view(-1)[3] = std::numeric_limits<float>::quiet_NaN();
  EXPECT_THAT(fails_with(with_nan), HasSubstr(not_finite));
  at::Tensor too_large = trained.to(at::kDouble);
  too_large.view(-1)[0] = 1e300;
  EXPECT_THAT(fails_with(too_large), HasSubstr(not_finite));
  EXPECT_FALSE(exists("run"));
}

}  // namespace
}  // namespace facet
