// Runs that are killed at 200 random moments, 40 for each kind of training: what is resumed ends as
// what was not killed, to the bit.
#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <random>
#include <thread>

#include "framework/run_folder/run_folder.h"
#include "integration/small_run.h"
#include "integration/two_sessions.h"
#include "run_program.h"

namespace facet {
namespace {

using Clock = std::chrono::steady_clock;

struct Kind {
  std::string name;
  std::function<void(const std::string& folder)> write;  // run.toml and its recordings
  std::vector<std::string> settings;
};

std::vector<Kind> kinds() {
  const auto small = [](const std::string& folder) { write_small_run(folder); };
  const auto sessions = [](const std::string& folder) { write_two_sessions(folder); };
  return {{"OneRecording", small, {}},
          {"SeveralSessions", sessions, {}},
          {"Regularized",
           small,
           {"training.regularizer={ name = \"JacobianReg\", n = 1, weight = { name = "
            "\"constant-weight\", initial_weights = [0.1, 0.1] } }",
            "training.sam={ rho = 0.02 }"}},
          {"EarlyStopping",
           small,
           {"training.patience=3", "training.optimizer={ name = \"SGD\", lr = 30.0 }"}},
          {"ScheduledAndObserved",
           small,
           {"training.learning_rate=[{ name = \"warm-up\", steps = 5 }, \"cosine\"]",
            "training.batches_per_step=2", "training.sampling_threads=3",
            std::string("plugins.path=[\"") + MISTAKEN_FOLDER + "\"]",
            "output.observers=[{ name = \"mistaken/watch\", log = \"told\" }]"}}};
}

class KilledRuns : public testing::TestWithParam<Kind> {
 protected:
  KilledRuns() { GetParam().write(folder_.path()); }

  std::vector<std::string> train_into(const std::string& name) const {
    std::vector<std::string> words = {FACET_PROGRAM, "train", "run.toml", "--quiet",
                                      "--resume",    "--out", name};
    std::vector<std::string> settings = {"training.steps=200", "training.valid_frequency=20",
                                         "training.checkpoint_frequency=3", "training.threads=1"};
    settings.insert(settings.end(), GetParam().settings.begin(), GetParam().settings.end());
    for (const std::string& setting : settings) words.insert(words.end(), {"--set", setting});
    return words;
  }

  void expect_same(const std::string& one, const std::string& other) const {
    for (const char* file : {"/history.csv", "/validation.csv", "/model.npz", "/embedding.npz",
                             "/checkpoint.npz", "/config.toml"})
      EXPECT_TRUE(read_text(folder_.path() + "/" + one + file) ==
                  read_text(folder_.path() + "/" + other + file))
          << file;
  }

  TemporaryFolder folder_;
};

TEST_P(KilledRuns, EndAsIfTheyHadNotBeenKilled) {
  const auto begin = Clock::now();
  ASSERT_EQ(run_program(train_into("whole"), folder_.path()).exit_code, 0);
  const std::chrono::duration<double> duration = Clock::now() - begin;
  std::mt19937 random(1);
  std::uniform_real_distribution<double> moment(0, 1);
  for (int i = 0; i < 40; ++i) {
    const double part = moment(random);
    SCOPED_TRACE("killed after " + std::to_string(part) + " of its time");
    std::filesystem::remove_all(folder_.path() + "/killed");
    const RunningProgram program(train_into("killed"), folder_.path());
    std::this_thread::sleep_for(part * duration);
    kill(program.id(), SIGKILL);
    program.wait();
    const ProgramResult resumed = run_program(train_into("killed"), folder_.path());
    ASSERT_EQ(resumed.exit_code, 0) << resumed.errors;
    expect_same("killed", "whole");
  }
}

INSTANTIATE_TEST_SUITE_P(Of, KilledRuns, testing::ValuesIn(kinds()),
                         [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace facet
