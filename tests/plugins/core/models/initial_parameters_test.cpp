#include <ATen/Context.h>
#include <gtest/gtest.h>

#include "facet/model.h"
#include "plugins/built_plugins.h"

namespace facet {
namespace {

/// Of the model with 7 neurons, 8 units and 3 outputs that CEBRA 0.6.1 makes after
/// torch.manual_seed(42): the first entry of the first parameter, and the last one of the last,
/// which depends on how many were drawn before it.
struct Initial {
  const char* name;
  double first;
  double last;
};

const Initial initials[] = {
    {"offset1-model", 0.288968384, 0.186963618},
    {"offset1-model-v3", 0.288968384, 0.185215965},
    {"offset1-model-v4", 0.288968384, 0.292872757},
    {"offset1-model-mse", 0.288968384, -0.0189448558},
    {"offset1-model-mse-clip-5-5", 0.288968384, -0.0189448558},
    {"offset1-model-mse-v2-1layers", 0.363696575, 0.186963618},
    {"offset1-model-mse-resnet-1layers-tanh", 0.363696575, 0.186963618},
    {"offset4-model-2x-subsample", 0.144484192, -0.294283152},
    {"offset10-model", 0.204331517, 0.131648108},
    {"offset15-model", 0.204331517, 0.0156502128},
    {"offset36-model-more-dropout", 0.204331517, 0.0418744422},
    {"offset40-model-4x-subsample", 0.144484192, -0.174546733},
    {"supervised10-model", 0.204331517, -0.284116536},
};

TEST(InitialParameters, AreThoseOfCebraForTheSameSeed) {
  for (const Initial& wanted : initials) {
    const std::string name = wanted.name;
    Table sizes{{"num_output", 3}};
    const bool own_sizes =
        name == "offset1-model-mse" || name.starts_with("offset1-model-mse-clip");
    if (!own_sizes) sizes.set("num_units", 8);
    if (name.starts_with("supervised")) sizes.set("label_num", 4);
    at::manual_seed(42);
    const auto parameters = make<Model>(name, sizes, {.num_neurons = 7})->parameters();
    EXPECT_NEAR(parameters.front().flatten()[0].item<double>(), wanted.first, 1e-7) << name;
    EXPECT_NEAR(parameters.back().flatten()[-1].item<double>(), wanted.last, 1e-7) << name;
  }
}

}  // namespace
}  // namespace facet
