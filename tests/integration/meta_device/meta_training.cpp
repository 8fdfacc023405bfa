#include "integration/meta_device/meta_training.h"

#include <ATen/Functions.h>
#include <gtest/gtest.h>

#include "facet/framework.h"
#include "framework/assembly/create_objectives.h"
#include "framework/assembly/solver_options.h"
#include "framework/objectives/create_loader.h"
#include "framework/conformance/meta_device.h"
#include "plugins/built_plugins.h"

namespace facet::meta_device {

namespace {

void move_to_meta(const Models& models, const MultiCriterions& criterion) {
  for (const auto& model : models) {
    for (const at::Tensor& parameter : model->parameters()) move(parameter);
    for (const at::Tensor& buffer : model->buffers()) move(buffer);
  }
  for (const NamedTensor& own : criterion.state()) move(own.tensor);
}

/// The parts of a run on the meta device. They are made on the CPU and moved, since libtorch cannot
/// make or move a module there.
struct MetaRun {
  Assembly on_cpu;
  std::unique_ptr<Loader> loader;
  std::unique_ptr<Solver> solver;

  MetaRun(const RunConfig& config, std::int64_t num_sessions)
      : on_cpu(assemble_waves(config, num_sessions)) {
    Registry& registry = built_plugins();
    SampledData data = on_cpu.training;
    for (at::Tensor& signals : data.signals) signals = at::empty_like(signals, at::kMeta);
    std::vector<Pairs> pairs;
    std::vector<SliceCriterion> criterions;
    for (const Objective& objective : create_objectives(config, data, registry)) {
      pairs.push_back(objective.pairs);
      criterions.push_back({objective.slice, objective.criterion});
    }
    const auto criterion = std::make_shared<MultiCriterions>(criterions);
    move_to_meta(on_cpu.models, *criterion);
    loader = create_loader(registry, data, pairs, {config.training, config.training});
    const auto optimizer = registry.create<Optimizer>(
        config.training.optimizer, {trained_parameters(on_cpu.models, *criterion)}, "optimizer");
    Solver::Options options = create_solver_options(config, registry);
    options.layout = data.layout;
    solver = std::make_unique<Solver>(on_cpu.models, criterion, optimizer, options);
  }
};

/// Trains for three steps and validates once.
void train_on_meta(const WaveRun& own) {
  const RunConfig config =
      parse_run_config_text(own.text(), "test.toml", built_plugins(), DataFiles::at_hand);
  MetaRun run(config, own.num_sessions);
  const NoMixing no_mixing;
  run.loader->batch(0);  // others are drawn in other threads
  Solver::FitOptions options = run.on_cpu.fit_options;
  options.valid_loader = run.loader.get();
  run.solver->fit(*run.loader, options);
  EXPECT_EQ(run.solver->steps_done(), 3);
  for (const auto& model : run.on_cpu.models)
    for (const at::Tensor& parameter : model->parameters()) {
      EXPECT_TRUE(parameter.is_meta());
      EXPECT_TRUE(parameter.grad().defined() && parameter.grad().is_meta());
    }
}

}  // namespace

std::string reason_against(const WaveRun& own) {
  try {
    train_on_meta(own);
    return {};
  } catch (const std::exception& error) {
    return error.what();
  }
}

}  // namespace facet::meta_device
