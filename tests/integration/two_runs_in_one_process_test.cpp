// A program may train several runs at once, each in a thread of its own.
#include <gtest/gtest.h>

#include <functional>
#include <thread>

#include "integration/small_run.h"
#include "temporary_folder.h"

namespace facet {
namespace {

class TwoRunsInOneProcess : public testing::Test {
 protected:
  TwoRunsInOneProcess() { write_small_run(folder_.path()); }

  /// Trains with these settings; the embedding, and the losses of all steps.
  std::vector<at::Tensor> train_run(const std::vector<std::string>& settings) const {
    const auto registry = open_registry();
    const RunConfig config = read_run_config(folder_.path() + "/run.toml", settings, *registry);
    Assembly run = assemble(config, *registry);
    run.solver->fit(*run.loader, run.fit_options);
    return {run.embedding(), at::tensor(run.solver->log().column("total"))};
  }

  TemporaryFolder folder_;
};

const std::vector<std::string> dropout = {
    "model={ name = \"offset36-model-dropout\", num_units = 8, num_output = 4 }", "training.seed=1",
    "training.sampling_threads=2"};
const std::vector<std::string> regularized = {
    "training.seed=2",
    "training.regularizer={ name = \"JacobianReg\", weight = { name = \"constant-weight\", "
    "initial_weights = [0.1, 0.1] } }"};

TEST_F(TwoRunsInOneProcess, EachGiveWhatTheyGiveAlone) {
  const auto first = train_run(dropout), second = train_run(regularized);
  for (int repetition = 0; repetition < 3; ++repetition) {
    std::vector<at::Tensor> first_beside, second_beside;
    std::thread other([&] { first_beside = train_run(dropout); });
    second_beside = train_run(regularized);
    other.join();
    for (std::size_t i = 0; i < 2; ++i) {
      EXPECT_TRUE(first[i].allclose(first_beside[i], 0, 0, true));
      EXPECT_TRUE(second[i].allclose(second_beside[i], 0, 0, true));
    }
  }
}

}  // namespace
}  // namespace facet
