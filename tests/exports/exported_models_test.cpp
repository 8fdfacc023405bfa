// Every built-in model is exported here by being registered. With FACET_EXPORTS in the environment
// into that folder, where compare_exports.py finds it.
#include <ATen/Functions.h>
#include <ATen/core/grad_mode.h>
#include <gmock/gmock.h>

#include <cstdlib>
#include <filesystem>

#include "facet/npz.h"
#include "facet/random.h"
#include "framework/embedding/transform.h"
#include "framework/exchange/about_encoder.h"
#include "framework/exchange/exported_encoders.h"
#include "framework/exchange/onnx_encoder.h"
#include "framework/exchange/python_encoder.h"
#include "framework/exchange/safetensors.h"
#include "framework/files/files.h"
#include "plugins/built_plugins.h"
#include "plugins/core/models/sized_models.h"
#include "temporary_folder.h"

namespace facet {
namespace {

constexpr std::int64_t num_neurons = 6;

std::vector<SizedModel> all_models() {
  std::vector<SizedModel> models = sized_models(num_neurons, 4);
  for (const SizedModel& sized : models) sized.model->eval();
  return models;
}

/// Recordings of two lengths with their embeddings, by which the exported encoder is judged.
void write_embeddings(Model& model, const std::string& folder) {
  std::vector<NamedTensor> arrays;
  for (const std::int64_t bins : {64, 101}) {
    const at::Tensor signals = at::randn({bins, num_neurons}, Random(7).generator(), at::kFloat);
    arrays.push_back({"signals" + std::to_string(bins), signals});
    arrays.push_back({"embedding" + std::to_string(bins), transform(model, signals, {{0, bins}})});
  }
  write_npz(folder + "/expected.npz", arrays);
}

TEST(ExportedModels, AreAllThatAreBuiltIn) {
  const TemporaryFolder temporary;
  const char* asked = std::getenv("FACET_EXPORTS");
  const std::string place = asked ? asked : temporary.path();
  std::size_t count = 0;
  for (const auto& [name, model] : all_models()) {
    SCOPED_TRACE(name);
    ExportedEncoder encoder = exported_model(*model, num_neurons);
    const std::vector<std::string> neurons = {"a", "b", "c", "d", "e", "f"};
    RunConfig config;
    config.model.name = name;
    encoder.about = about_encoder(encoder, config, config.data, neurons, built_plugins());
    const std::string folder = place + "/" + name.substr(name.find('/') + 1);
    std::filesystem::create_directories(folder);
    write_safetensors(folder + "/model.safetensors", {encoder.state, {{"facet", encoder.about}}});
    write_text(folder + "/model.onnx", onnx_encoder(encoder));
    write_text(folder + "/encoder.py", python_encoder(encoder));
    write_embeddings(*model, folder);
    const SafeTensors saved = read_safetensors(folder + "/model.safetensors");
    ASSERT_EQ(saved.tensors.size(), model->parameters().size());
    for (const NamedTensor& own : saved.tensors)
      EXPECT_TRUE(at::equal(own.tensor, model->named_parameters()[own.name])) << own.name;
    ++count;
  }
  EXPECT_GE(count, 147u);
}

/// In double precision two ways of computing the same agree to its last digits.
TEST(ExportedModels, GiveWhatTheirLayersGive) {
  const at::NoGradGuard no_gradient;
  for (const auto& [name, model] : all_models()) {
    SCOPED_TRACE(name);
    ExportedEncoder encoder = exported_model(*model, num_neurons);
    model->to(at::kDouble);
    for (NamedTensor& own : encoder.state) own.tensor = own.tensor.to(at::kDouble);
    const at::Tensor windows =
        at::randn({5, num_neurons, encoder.offset.size()}, Random(3).generator(), at::kDouble);
    const at::Tensor own = model->forward(windows);
    EXPECT_LT((encode(encoder, windows).view(own.sizes()) - own).abs().max().item<double>(), 1e-12);
  }
}

}  // namespace
}  // namespace facet
