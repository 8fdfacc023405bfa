// Every model that a plugin registers is tested here by being registered.
#include <ATen/core/grad_mode.h>
#include <ATen/ops/equal.h>
#include <ATen/ops/randn.h>
#include <gtest/gtest.h>

#include "facet/random.h"
#include "facet/stateful.h"
#include "framework/run_folder/model_file.h"
#include "plugins/core/models/sized_models.h"
#include "temporary_folder.h"

namespace facet {
namespace {

constexpr std::int64_t saved_neurons = 4;

at::Tensor output(Model& model) {
  const at::NoGradGuard no_gradient;
  model.eval();
  const at::Tensor x = at::randn({3, saved_neurons, model.offset().size()}, Random(2).generator());
  return model.forward(x);
}

TEST(ModelState, SurvivesSavingAndLoading) {
  const TemporaryFolder folder;
  const std::string path = folder.path() + "/model.npz";
  const auto all_saved = sized_models(saved_neurons, 3, /*seed=*/1);
  const auto all_loaded = sized_models(saved_neurons, 3, /*seed=*/2);
  ASSERT_GE(all_saved.size(), 147U);
  for (std::size_t i = 0; i < all_saved.size(); ++i) {
    SCOPED_TRACE(all_saved[i].name);
    Model& saved = *all_saved[i].model;
    Model& loaded = *all_loaded[i].model;
    const at::Tensor wanted = output(saved);
    ASSERT_FALSE(at::equal(output(loaded), wanted));

    save_model(path, model_state(saved), Stateful(), {saved_neurons});
    load_model(path, model_state(loaded));
    EXPECT_TRUE(at::equal(output(loaded), wanted));
    EXPECT_EQ(saved_num_neurons(path), std::vector<std::int64_t>{saved_neurons});
  }
}

}  // namespace
}  // namespace facet
