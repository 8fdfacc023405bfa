#include <gmock/gmock.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <thread>

#include "framework/run/embedding_file.h"
#include "framework/run/model_file.h"
#include "integration/small_run.h"
#include "run_program.h"
#include "temporary_folder.h"

namespace facet {
namespace {

TEST(KilledRun, LeavesOldOrNewFilesAtAnyMoment) {
  const TemporaryFolder folder;
  write_small_run(folder.path());
  const RunFolder run(folder.path() + "/run");
  int seen = 0;
  for (int moment = 0; moment < 8; ++moment) {
    RunningProgram program({FACET_PROGRAM, "train", "run.toml", "--out", "run", "--quiet", "--set",
                            "training.steps=100000", "--set", "training.valid_frequency=1"},
                           folder.path());
    std::this_thread::sleep_for(std::chrono::milliseconds(900 + 37 * moment));
    kill(program.id(), SIGKILL);
    program.wait();
    if (!std::filesystem::exists(run.model())) continue;
    ++seen;
    EXPECT_EQ(saved_num_neurons(run.model()), 6);
    EXPECT_EQ(read_text(run.history()).back(), '\n');
    EXPECT_THAT(read_text(run.config()), testing::HasSubstr("steps = 100000"));
  }
  EXPECT_GT(seen, 0);
}

}  // namespace
}  // namespace facet
