#include <gmock/gmock.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <thread>

#include "framework/run_folder/model_file.h"
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

std::filesystem::file_time_type written_at(const std::string& file) {
  std::error_code none_yet;
  return std::filesystem::last_write_time(file, none_yet);
}

void wait_for_change(const std::string& file, std::filesystem::file_time_type before) {
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::minutes(2);
  while (written_at(file) == before && std::chrono::steady_clock::now() < deadline)
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
    EXPECT_EQ(saved_num_neurons(run.model()), std::vector<std::int64_t>{6});
    EXPECT_EQ(read_text(run.history()).back(), '\n');
    EXPECT_THAT(read_text(run.config()), testing::HasSubstr("steps = 100000"));
  }
}

TEST(KilledRun, EndsAsIfItHadNotBeenKilledWhenItIsResumed) {
  const TemporaryFolder folder;
  write_small_run(folder.path());
  const std::vector<std::string> train = {FACET_PROGRAM,
                                          "train",
                                          "run.toml",
                                          "--quiet",
                                          "--resume",
                                          "--set",
                                          "training.steps=600",
                                          "--set",
                                          "training.valid_frequency=50",
                                          "--set",
                                          "training.checkpoint_frequency=3",
                                          "--out"};
  const auto train_into = [&](const std::string& name) {
    std::vector<std::string> words = train;
    words.push_back(name);
    return words;
  };
  const RunFolder whole(folder.path() + "/whole"), killed(folder.path() + "/killed");
  EXPECT_EQ(run_program(train_into("whole"), folder.path()).exit_code, 0);
  for (int moment = 0; moment < 4; ++moment) {
    const auto before = written_at(killed.checkpoint());
    RunningProgram program(train_into("killed"), folder.path());
    wait_for_change(killed.checkpoint(), before);
    std::this_thread::sleep_for(std::chrono::milliseconds(3 * moment));
    kill(program.id(), SIGKILL);
    program.wait();
  }
  const std::vector<std::string> go_on = {FACET_PROGRAM, "train", "--resume", "killed", "--quiet"};
  const ProgramResult resumed = run_program(go_on, folder.path());
  EXPECT_EQ(resumed.exit_code, 0) << resumed.errors;
  EXPECT_EQ(resumed.output, "killed\n");
  EXPECT_TRUE(read_text(killed.history()) == read_text(whole.history()));
  EXPECT_TRUE(read_text(killed.validation()) == read_text(whole.validation()));
  EXPECT_TRUE(read_text(killed.model()) == read_text(whole.model()));
  EXPECT_TRUE(read_text(killed.embedding()) == read_text(whole.embedding()));
}

}  // namespace
}  // namespace facet
