#include <gmock/gmock.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <thread>

#include "framework/run/model_file.h"
#include "integration/small_run.h"
#include "run_program.h"
#include "temporary_folder.h"

namespace facet {
namespace {

void wait_for(const std::string& file) {
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::minutes(2);
  while (!std::filesystem::exists(file) && std::chrono::steady_clock::now() < deadline)
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
}

TEST(KilledRun, LeavesOldOrNewFilesAtAnyMoment) {
  const TemporaryFolder folder;
  write_small_run(folder.path());
  const RunFolder run(folder.path() + "/run");
  for (int moment = 0; moment < 8; ++moment) {
    std::filesystem::remove_all(run.path());
    RunningProgram program({FACET_PROGRAM, "train", "run.toml", "--out", "run", "--quiet", "--set",
                            "training.steps=100000", "--set", "training.valid_frequency=1"},
                           folder.path());
    wait_for(run.history());  // from now on it saves after every step
    std::this_thread::sleep_for(std::chrono::milliseconds(17 * moment));
    kill(program.id(), SIGKILL);
    EXPECT_EQ(program.wait().exit_code, -1);
    EXPECT_EQ(saved_num_neurons(run.model()), 6);
    EXPECT_EQ(read_text(run.history()).back(), '\n');
    EXPECT_THAT(read_text(run.config()), testing::HasSubstr("steps = 100000"));
  }
}

}  // namespace
}  // namespace facet
