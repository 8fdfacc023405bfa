// Every model that a plugin registers is tested here by being registered.
#include <ATen/core/grad_mode.h>
#include <ATen/ops/equal.h>
#include <ATen/ops/randn.h>
#include <gtest/gtest.h>

#include "facet/random.h"
#include "framework/run/model_file.h"
#include "plugins/built_plugins.h"
#include "temporary_folder.h"

namespace facet {
namespace {

constexpr std::int64_t saved_neurons = 4;

at::Tensor output(Model& model) {
  const at::NoGradGuard no_gradient;
  const at::Tensor x = at::randn({3, saved_neurons, model.offset().size()}, Random(2).generator());
  return model.forward(x);
}

TEST(ModelState, SurvivesSavingAndLoading) {
  const TemporaryFolder folder;
  const std::string path = folder.path() + "/model.npz";
  ASSERT_FALSE(built_components("model").empty());
  for (const std::string& name : built_components("model")) {
    SCOPED_TRACE(name);
    // Two draws of initial parameters.
    const auto saved = make<Model>(name, {{"num_output", 3}}, {saved_neurons});
    const auto loaded = make<Model>(name, {{"num_output", 3}}, {saved_neurons});
    saved->eval();
    loaded->eval();
    const at::Tensor wanted = output(*saved);
    ASSERT_FALSE(at::equal(output(*loaded), wanted));

    save_model(path, *saved, Stateful(), saved_neurons);
    load_model(path, *loaded);
    EXPECT_TRUE(at::equal(output(*loaded), wanted));
    EXPECT_EQ(saved_num_neurons(path), saved_neurons);
  }
}

}  // namespace
}  // namespace facet
