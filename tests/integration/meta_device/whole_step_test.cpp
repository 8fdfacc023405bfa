// A whole training on libtorch's meta device, which has no values: nothing within a step reads one,
// and so nothing waits for a device; nor is a tensor of the CPU mixed with one of the device. Every
// component that a plugin registers is tested here by being registered.
#include <ATen/Functions.h>
#include <gmock/gmock.h>
#include <torch/csrc/jit/api/module.h>

#include <algorithm>

#include "facet/framework.h"
#include "framework/assembly/create_objectives.h"
#include "framework/assembly/solver_options.h"
#include "framework/objectives/create_loader.h"
#include "integration/meta_device/meta_device.h"
#include "plugins/built_plugins.h"
#include "temporary_folder.h"

namespace facet {
namespace {

constexpr std::int64_t num_bins = 300;

at::Tensor signals() {
  const at::Tensor t = at::arange(num_bins, at::kFloat).unsqueeze(1) / 30;
  return (t * at::tensor({1.0F, 1.3F, 0.4F, 2.0F, 0.7F})).sin();
}

/// A label of every form that a loss takes.
std::vector<NamedTensor> labels() {
  const at::Tensor number = signals().narrow(1, 0, 3) * 0.4 + 0.5;
  const at::Tensor sign = (number > 0.5).to(at::kFloat) * 2 - 1;
  return {{"number", number},
          {"sign", sign},
          {"row_sign", sign.narrow(1, 0, 1).contiguous()},
          {"list", at::tensor({2.0F, 0.0F, -1.0F}).repeat({num_bins, 1})},
          {"class", (sign.select(1, 0) > 0).to(at::kLong)}};
}

LoadedRecording some_recording(const RecordingConfig& config) {
  std::vector<NamedTensor> arrays = labels();
  arrays.push_back({"neural", signals()});
  return make_recording("waves", {arrays}, config);
}

struct Config {
  std::string model = "name = \"offset10-model\"\nnum_units = 8\nnum_output = 3";
  std::string objective = "loss = \"InfoNCE\"\ndistribution = { name = \"time\", time_offset = 2 }";
  std::string training = {};
  std::string data = {};
  std::int64_t num_sessions = 1;

  std::string text() const {
    std::string sessions;
    for (std::int64_t i = 0; num_sessions > 1 && i < num_sessions; ++i)
      sessions += "[[data.session]]\nname = \"s" + std::to_string(i) + "\"\n";
    return "[data]\n" + data + "\n" + sessions + "[model]\n" + model +
           "\n[[objective]]\nslice = [0, 3]\n" + objective +
           "\n[training]\nsteps = 3\nbatch_size = 16\n" + training + "\n";
  }
};

void move_to_meta(const Models& models, const MultiCriterions& criterion) {
  for (const auto& model : models) {
    for (const at::Tensor& parameter : model->parameters()) meta_device::move(parameter);
    for (const at::Tensor& buffer : model->buffers()) meta_device::move(buffer);
  }
  for (const NamedTensor& own : criterion.state()) meta_device::move(own.tensor);
}

Assembly assembled_on_cpu(const RunConfig& config, std::int64_t num_sessions) {
  std::vector<LoadedRecording> recordings;
  for (std::int64_t session = 0; session < num_sessions; ++session)
    recordings.push_back(some_recording(recording_of(config.data, session)));
  return assemble(config, std::move(recordings), built_plugins());
}

/// The parts of a run on the meta device. They are made on the CPU and moved, since libtorch cannot
/// make or move a module there.
struct MetaRun {
  Assembly on_cpu;
  std::unique_ptr<Loader> loader;
  std::unique_ptr<Solver> solver;

  MetaRun(const RunConfig& config, std::int64_t num_sessions)
      : on_cpu(assembled_on_cpu(config, num_sessions)) {
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
void train_on_meta(const Config& own) {
  const RunConfig config =
      parse_run_config_text(own.text(), "test.toml", built_plugins(), DataFiles::at_hand);
  MetaRun run(config, own.num_sessions);
  const meta_device::NoMixing no_mixing;
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

/// Why it cannot be trained; empty where it can.
std::string reason_against(const Config& own) {
  try {
    train_on_meta(own);
    return {};
  } catch (const std::exception& error) {
    return error.what();
  }
}

void expect_reads_none(const Config& config) {
  EXPECT_EQ(reason_against(config), "");
}

const auto reads_a_value = testing::AnyOf(testing::HasSubstr("reads values of a tensor"),
                                          testing::HasSubstr("Cannot copy out of meta tensor"));

std::string named(const char* key, const std::string& name, const std::string& options = "") {
  return std::string(key) + " = { name = \"" + name + "\"" + options + " }";
}

/// Of all plugins, without those whose options have to be given.
std::vector<std::string> complete_components(const std::string& kind) {
  std::vector<std::string> names;
  for (const std::string& name : built_components(kind)) {
    const auto& options = built_plugins().find(kind, name).options;
    if (std::none_of(options.begin(), options.end(), [](const auto& o) { return o.required; }))
      names.push_back(name);
  }
  return names;
}

TEST(WholeStep, ReadsNoValueWithAnyModel) {
  const auto models = complete_components("model");
  ASSERT_GE(models.size(), 100U);
  for (const std::string& name : models) {
    SCOPED_TRACE(name);
    expect_reads_none({.model = "name = \"" + name + "\"\nnum_output = 3"});
  }
}

TEST(WholeStep, ReadsNoValueWithAModelFromAFile) {
  const TemporaryFolder folder;
  torch::jit::Module script("Encoder");
  script.register_parameter("weight", at::ones({5, 3}).set_requires_grad(true), false);
  script.define("def forward(self, x):\n  return torch.mm(torch.sum(x, 2), self.weight)\n");
  script.save(folder.path() + "/encoder.pt");
  expect_reads_none(
      {.model = "name = \"torchscript\"\npath = \"" + folder.path() + "/encoder.pt\""});
}

/// A supervised objective with the first label that the loss takes.
std::string supervised_objective(const std::string& loss) {
  const auto criterion = make<SupervisedCriterion>(loss);
  std::string options;
  for (const OtherLabel& other : criterion->other_labels())
    options += ", " + other.option + " = \"number\"";
  const std::vector<at::Tensor> others(criterion->other_labels().size(), labels()[0].tensor);
  for (const NamedTensor& label : labels()) {
    const auto kind =
        label.tensor.is_floating_point() ? LabelKind::continuous : LabelKind::discrete;
    const std::string mistake = error_of([&] {
      criterion->check(3, {label.tensor, others});
      criterion->forward(at::full({num_bins, 3}, 0.5), {label.tensor, others});
    });
    if (criterion->accepts(kind) && mistake == "(no error)")
      return named("loss", loss, options) + "\ntarget = \"" + label.name + "\"";
  }
  return {};
}

std::string objective_with(const std::string& criterion) {
  if (built_plugins().find("criterion", criterion).form == SupervisedCriterion::form)
    return supervised_objective(criterion);
  return named("loss", criterion) + "\n" +
         named("distribution", "time_delta", ", label = \"number\"");
}

TEST(WholeStep, ReadsNoValueWithAnyCriterion) {
  const auto criterions = built_components("criterion");
  ASSERT_GE(criterions.size(), 28U);
  for (const std::string& name : criterions) {
    SCOPED_TRACE(name);
    const std::string objective = objective_with(name);
    ASSERT_FALSE(objective.empty()) << "takes no label";
    expect_reads_none({.objective = objective});
  }
}

TEST(WholeStep, ReadsNoValueWithAnyRegularizer) {
  const auto regularizers = complete_components("regularizer");
  ASSERT_FALSE(regularizers.empty());
  for (const std::string& name : regularizers) {
    SCOPED_TRACE(name);
    expect_reads_none(
        {.training = named("regularizer", name,
                           ", weight = { name = \"constant-weight\", initial_weights = "
                           "[0.1] }")});
  }
}

const std::vector<std::string> optimizers_that_search_a_line = {"core/LBFGS"};

TEST(WholeStep, ReadsNoValueWithAnyOptimizer) {
  const auto optimizers = complete_components("optimizer");
  ASSERT_GE(optimizers.size(), 6U);
  for (const std::string& name : optimizers) {
    SCOPED_TRACE(name);
    const Config config{.training = named("optimizer", name)};
    if (std::find(optimizers_that_search_a_line.begin(), optimizers_that_search_a_line.end(),
                  name) == optimizers_that_search_a_line.end())
      expect_reads_none(config);
    else
      EXPECT_THAT(reason_against(config), reads_a_value);
  }
}

TEST(WholeStep, ReadsNoValueWithAnyMask) {
  const auto masks = complete_components("mask");
  ASSERT_GE(masks.size(), 4U);
  for (const std::string& name : masks) {
    SCOPED_TRACE(name);
    expect_reads_none({.data = "masks = [{ name = \"" + name + "\" }]"});
  }
}

TEST(WholeStep, ReadsNoValueWithAnyLearningRate) {
  for (const std::string& name : complete_components("learning_rate")) {
    SCOPED_TRACE(name);
    expect_reads_none({.training = "learning_rate = [{ name = \"" + name + "\" }]"});
  }
}

TEST(WholeStep, ReadsNoValueWhateverTheEngineAdds) {
  expect_reads_none(
      {.training = "sam = true\ngradient_clip = 0.1\nbatches_per_step = 2\n" +
                   named("loss_weight", "constant-weight", ", initial_weights = [0.5]")});
  expect_reads_none({.model = "name = \"offset10-model-mse\"\nnum_output = 3\nrenormalize = true"});
}

TEST(WholeStep, ReadsNoValueOfSeveralSessions) {
  expect_reads_none({.num_sessions = 2});
  expect_reads_none({.objective = objective_with("InfoNCE"),
                     .training = "solver = \"unified\"\nalign_by = \"number\"",
                     .num_sessions = 2});
}

/// The held-out loss decides whether it goes on.
TEST(WholeStep, IsFollowedByReadingWhereTrainingMayStopEarly) {
  EXPECT_THAT(reason_against({.training = "patience = 2", .data = "validation = 0.2"}),
              reads_a_value);
}

}  // namespace
}  // namespace facet
