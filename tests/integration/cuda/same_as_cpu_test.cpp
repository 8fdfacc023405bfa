// On a CUDA device every component trains as on the CPU: a component is tested here by being
// registered. Skipped where there is no device.
#include <ATen/Context.h>
#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>
#include <ATen/detail/CUDAHooksInterface.h>
#include <gmock/gmock.h>

#include "facet/framework.h"
#include "framework/calls/repeatable_operators.h"
#include "integration/wave_run.h"
#include "plugins/built_plugins.h"

namespace facet {
namespace {

class OnCuda : public testing::Test {
 protected:
  void SetUp() override {
    if (!at::hasCUDA() || at::detail::getCUDAHooks().getNumGPUs() == 0)
      GTEST_SKIP() << "no CUDA device is here";
  }
};

std::vector<double> losses(WaveRun run, const std::string& device) {
  run.training += "\ndevice = \"" + device + "\"";
  const RunConfig config =
      parse_run_config_text(run.text(), "test.toml", built_plugins(), DataFiles::at_hand);
  Assembly assembly = assemble_waves(config, run.num_sessions);
  for (const auto& model : assembly.models)
    for (const at::Tensor& parameter : model->parameters())
      EXPECT_EQ(parameter.device().str(), device);
  assembly.solver->fit(*assembly.loader, assembly.fit_options);
  EXPECT_TRUE(assembly.embedding().isfinite().all().item<bool>());
  return assembly.solver->log().column("total");
}

void expect_same(const WaveRun& run, std::size_t num_steps = 3) {
  try {
    const auto on_cpu = losses(run, "cpu"), on_cuda = losses(run, "cuda:0");
    ASSERT_EQ(on_cuda.size(), on_cpu.size());
    ASSERT_GE(on_cpu.size(), num_steps);
    for (std::size_t step = 0; step < num_steps; ++step)
      EXPECT_NEAR(on_cuda[step], on_cpu[step], 1e-4 * (1 + std::abs(on_cpu[step])))
          << "step " << step;
  } catch (const std::exception& error) {
    ADD_FAILURE() << error.what();
  }
}

TEST_F(OnCuda, ConvolutionsKeepAllBitsOfAFloat) {
  const RepeatableOperators repeatable;
  const at::Tensor x = at::randn({16, 100, 40}), weight = at::randn({32, 100, 3});
  const at::Tensor right = at::conv1d(x.to(at::kDouble), weight.to(at::kDouble));
  const at::Tensor given = at::conv1d(x.to(at::kCUDA), weight.to(at::kCUDA)).cpu();
  EXPECT_LT((given - right).abs().max().item<double>(), 2e-6 * right.abs().max().item<double>());
}

TEST_F(OnCuda, TheSeedDeterminesARun) {
  for (const char* model : {"offset10-model", "offset36-model-dropout", "offset1-model-mse"}) {
    SCOPED_TRACE(model);
    const WaveRun run{.model = "name = \"" + std::string(model) + "\"\nnum_output = 3"};
    EXPECT_EQ(losses(run, "cuda:0"), losses(run, "cuda:0"));
  }
}

TEST_F(OnCuda, AnyModelTrainsAsOnTheCpu) {
  for (const std::string& name : complete_components("model")) {
    SCOPED_TRACE(name);
    expect_same({.model = "name = \"" + name + "\"\nnum_output = 3"});
  }
}

TEST_F(OnCuda, AnyCriterionTrainsAsOnTheCpu) {
  for (const std::string& name : built_components("criterion")) {
    if (name == "torch_nn/nn.BCELoss") continue;  // takes probabilities, which no encoder gives
    SCOPED_TRACE(name);
    expect_same({.objective = objective_with(name)});
  }
}

TEST_F(OnCuda, AnyRegularizerTrainsAsOnTheCpu) {
  for (const std::string& name : complete_components("regularizer")) {
    SCOPED_TRACE(name);
    expect_same({.training = named("regularizer", name,
                                   ", weight = { name = \"constant-weight\", initial_weights = "
                                   "[0.1] }")});
  }
}

TEST_F(OnCuda, AnyOptimizerTrainsAsOnTheCpu) {
  for (const std::string& name : complete_components("optimizer")) {
    SCOPED_TRACE(name);
    // A search along a line decides by the last bits how far it goes.
    expect_same({.training = named("optimizer", name)}, name == "core/LBFGS" ? 1 : 3);
  }
}

TEST_F(OnCuda, AnyMaskTrainsAsOnTheCpu) {
  for (const std::string& name : complete_components("mask")) {
    SCOPED_TRACE(name);
    expect_same({.data = "masks = [{ name = \"" + name + "\" }]"});
  }
}

TEST_F(OnCuda, WhatTheEngineAddsTrainsAsOnTheCpu) {
  expect_same({.training = "sam = true\ngradient_clip = 0.1\nbatches_per_step = 2\n" +
                           named("loss_weight", "constant-weight", ", initial_weights = [0.5]")});
  expect_same({.model = "name = \"offset10-model-mse\"\nnum_output = 3\nrenormalize = true"});
  expect_same({.training = "valid_frequency = 1\npatience = 5", .data = "validation = 0.2"});
}

TEST_F(OnCuda, SeveralSessionsTrainAsOnTheCpu) {
  expect_same({.num_sessions = 2});
  expect_same({.objective = objective_with("InfoNCE"),
               .training = "solver = \"unified\"\nalign_by = \"number\"",
               .num_sessions = 2});
}

}  // namespace
}  // namespace facet
