// A program that trains on recordings which it holds in memory: beside its plugins no file is
// opened, and what belongs to the whole process stays as it was.
#include <ATen/Context.h>
#include <ATen/Functions.h>
#include <ATen/Parallel.h>
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <unistd.h>

#include <filesystem>

#include "facet/framework.h"

namespace facet {
namespace {

class SquaredDistance : public ContrastiveCriterion {
 public:
  ContrastiveLoss forward(const at::Tensor& reference, const at::Tensor& positive,
                          const at::Tensor& negative) override {
    const at::Tensor alignment = (reference - positive).square().sum(1).mean();
    const at::Tensor uniformity = (1 + (reference - negative.mean(0)).square().sum(1)).log().mean();
    return {alignment - uniformity, alignment, -uniformity};
  }
};

constexpr const char* run_in_memory = R"(
[data]
validation = 0.2
[model]
name = "offset5-model"
num_units = 8
num_output = 4
[[objective]]
slice = [0, 4]
loss = "SquaredDistance"
distribution = { name = "time_delta", label = "angle" }
[training]
steps = 5
batch_size = 16
seed = 3
threads = 1
device = "cpu"
regularizer = { name = "JacobianReg", weight = { name = "constant-weight", initial_weights = [0.1] } }
)";

/// Trains, embeds and judges; the embedding.
at::Tensor use(Registry& registry) {
  const RunConfig config =
      parse_run_config_text(run_in_memory, "memory", registry, DataFiles::at_hand);
  const at::Tensor angle = at::arange(300, at::kFloat) / 30;
  const at::Tensor signals = (angle.unsqueeze(1) + at::arange(5, at::kFloat)).sin();
  const LoadedRecording recording =
      make_recording("turning", {{"neural", signals}, {"angle", angle.sin()}}, config.data);
  Assembly run = assemble(config, {recording}, registry);
  run.solver->fit(*run.loader, run.fit_options);
  EXPECT_FALSE(judge(run, registry).figures.empty());
  return run.embedding();
}

std::unique_ptr<Registry> registry_with_own_loss() {
  auto registry = open_registry();
  registry->add("mine", [](Registrar& registrar) {
    registrar.add<SquaredDistance>("SquaredDistance", "pulls to positives, pushes from the rest");
  });
  return registry;
}

/// What a program shares with the libraries that it uses.
struct Process {
  at::Tensor random = at::globalContext().defaultGenerator(at::kCPU).get_state();
  int threads = at::get_num_threads();
  std::filesystem::path folder = std::filesystem::current_path();
  std::vector<std::string> environment = variables();

  static std::vector<std::string> variables() {
    std::vector<std::string> all;
    for (char** variable = environ; *variable; ++variable) all.emplace_back(*variable);
    return all;
  }
};

/// While it lives no file can be opened.
class NoFiles {
 public:
  NoFiles() {
    getrlimit(RLIMIT_NOFILE, &before_);
    rlimit none = before_;
    none.rlim_cur = 0;
    setrlimit(RLIMIT_NOFILE, &none);
  }
  ~NoFiles() { setrlimit(RLIMIT_NOFILE, &before_); }

 private:
  rlimit before_ = {};
};

TEST(RunFromMemory, LeavesTheProcessAsItWas) {
  const auto registry = registry_with_own_loss();
  const Process before;
  use(*registry);
  const Process after;
  EXPECT_TRUE(at::equal(after.random, before.random));
  EXPECT_EQ(after.threads, before.threads);
  EXPECT_EQ(after.folder, before.folder);
  EXPECT_EQ(after.environment, before.environment);
}

TEST(RunFromMemory, OpensNoFile) {
  const auto registry = registry_with_own_loss();
  const at::Tensor first = use(*registry);  // loads the plugins
  const NoFiles no_files;
  ASSERT_LT(open("/dev/null", O_RDONLY), 0);
  EXPECT_TRUE(at::equal(use(*registry), first));
}

}  // namespace
}  // namespace facet
