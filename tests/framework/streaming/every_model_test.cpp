// Whatever model a plugin registers, bins that come one by one have the embedding of the recording.
#include <ATen/Functions.h>
#include <gtest/gtest.h>

#include "framework/embedding/transform.h"
#include "framework/streaming/streamed_embedding.h"
#include "plugins/built_plugins.h"

namespace facet {
namespace {

constexpr std::int64_t num_channels = 7, num_bins = 90;

at::Tensor streamed(Model& model, const at::Tensor& signals) {
  std::vector<float> numbers;
  StreamedEmbedding embedding(model, signals.size(1), {}, [&](std::span<const float> row) {
    numbers.insert(numbers.end(), row.begin(), row.end());
  });
  const auto width = static_cast<std::size_t>(signals.size(1));
  for (std::int64_t bin = 0; bin < signals.size(0); ++bin)
    embedding.add({signals[bin].data_ptr<float>(), width});
  embedding.end();
  return at::tensor(numbers).view({-1, model.num_output()});
}

bool needs_no_options(const std::string& name) {
  for (const OptionInfo& option : built_plugins().find("model", name).options)
    if (option.required) return false;
  return true;
}

TEST(EveryModel, EmbedsBinsAsTheyComeAsTheirRecording) {
  at::manual_seed(3);
  const at::Tensor signals = at::randn({num_bins, num_channels});
  int models = 0;
  for (const std::string& name : built_components("model")) {
    if (!needs_no_options(name)) continue;
    SCOPED_TRACE(name);
    const auto model = make<Model>(name, {}, {num_channels});
    model->eval();
    const at::Tensor whole = transform(*model, signals, {{0, num_bins}});
    ASSERT_TRUE(whole.isfinite().all().item<bool>()) << "bins that do not fill a window";
    // One row is summed up in another order than many; 9 layers of floats make 1.5e-6 of that.
    const double largest = whole.abs().max().item<double>();
    EXPECT_LE((streamed(*model, signals) - whole).abs().max().item<double>(), 1e-5 * largest);
    ++models;
  }
  EXPECT_GE(models, 100);
}

}  // namespace
}  // namespace facet
