// The pieces of code in docs/plugins.md, as they stand there, within what they are pieces of.
#include <ATen/ops/ones.h>
#include <ATen/ops/scalar_tensor.h>
#include <gmock/gmock.h>

#include <array>

#include "facet/framework.h"
#include "facet/model.h"
#include "facet/optimizer.h"
#include "facet/reader.h"
#include "facet/registrar.h"

namespace plugin_page {
namespace {

struct Header {
  std::int64_t bins, channels;
  double rate;
};
Header read_header(const std::string&) {
  return {3, 2, 30};
}
void read_values(const std::string&, at::Tensor& values) {
  values.fill_(7);
}

struct MyReader : facet::Reader {
  // clang-format off
  static constexpr std::array folder_with{"spike_times.npy"};

  facet::FileArrays list(const std::string& path) const override {
    const Header header = read_header(path);  // a few bytes
    return {{"neural", {header.bins, header.channels}, at::kFloat, [=] {
               at::Tensor values = facet::memory_for({header.bins, header.channels}, at::kFloat);
               read_values(path, values);
               return values;
             }},
            {"rate", at::scalar_tensor(header.rate)},  // at hand already
            facet::FileArray::unreadable("notes", "holds text")};
  }
  // clang-format on
};

struct MyModel : facet::Model {
  struct Options {
    std::int64_t window = 1;
    static void describe(facet::OptionsDescription<Options>& options) {
      options.add("window", &Options::window, "bins").at_least(1);
    }
  };
  MyModel(const Options& options, const Arguments&) : window(options.window) {}
  at::Tensor forward(const at::Tensor& windows) override { return windows.mean(2); }
  facet::Offset offset() const override { return {0, window}; }
  std::int64_t num_output() const override { return 1; }
  std::int64_t window;
};

struct MyOptimizer : facet::Optimizer {
  MyOptimizer(const Arguments&) {}
  void step(const std::function<at::Tensor()>& evaluate) override { evaluate(); }
};

void register_all(facet::Registrar& registrar) {
  registrar.add<MyReader>("mine", "...");
  // clang-format off
  for (const int k : {5, 10, 20})
    registrar.add<MyModel>("my-model-" + std::to_string(k), "...", {.window = k});
  registrar.add_default<MyOptimizer>("MyOptimizer", "...");
  // clang-format on
}

TEST(PluginPage, RegistersWhatItSays) {
  const auto registry = facet::open_registry();
  registry->add("page", register_all);
  const auto model = registry->create<facet::Model>({"my-model-20"}, {.num_neurons = 4}, "model");
  EXPECT_EQ(model->offset().size(), 20);
}

TEST(PluginPage, ListsWhatAReaderHas) {
  const facet::FileArrays arrays = MyReader().list("a file");
  ASSERT_EQ(arrays.size(), 3U);
  EXPECT_EQ(arrays[0].name(), "neural");
  EXPECT_TRUE(arrays[0].read().equal(at::ones({3, 2}) * 7));
}

}  // namespace
}  // namespace plugin_page
