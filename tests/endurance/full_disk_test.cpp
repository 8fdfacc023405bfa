// A disk that is full at one of 40 moments of a training: the command says so, and what was there
// before is whole.
#include <gmock/gmock.h>

#include <filesystem>

#include "framework/run_folder/run_folder.h"
#include "integration/small_run.h"
#include "run_program.h"

namespace facet {
namespace {

/// Runs a command where `disk` is a disk of its own with room for so many KiB.
ProgramResult with_disk(std::int64_t kib, const std::string& command, const std::string& folder) {
  return run_program(
      {"/usr/bin/unshare", "--map-root-user", "--mount", "/bin/sh", "-c",
       "mount -t tmpfs -o size=" + std::to_string(kib) + "k tmpfs disk && " + command},
      folder);
}

class FullDisk : public testing::Test {
 protected:
  FullDisk() {
    write_small_run(folder_.path());
    std::filesystem::create_directory(folder_.path() + "/disk");
  }

  const std::string train_ = std::string(FACET_PROGRAM) +
                             " train run.toml --quiet --set training.steps=20 --out disk/run ";
  TemporaryFolder folder_;
};

TEST_F(FullDisk, IsTold) {
  int full = 0;
  for (std::int64_t kib = 4; kib <= 160; kib += 4) {
    SCOPED_TRACE(std::to_string(kib) + " KiB");
    const ProgramResult result = with_disk(kib, train_, folder_.path());
    if (result.exit_code == 0) continue;
    ++full;
    EXPECT_EQ(result.exit_code, 1) << result.errors;
    EXPECT_THAT(result.errors, testing::HasSubstr("No space left on device"));
  }
  EXPECT_GT(full, 10);
}

TEST_F(FullDisk, LeavesWhatWasThereBefore) {
  const std::string fill = "dd if=/dev/zero of=disk/filler bs=1k 2>/dev/null; ";
  const std::string sums = "( cd disk/run && sha256sum model.npz config.toml history.csv )";
  const ProgramResult result = with_disk(400,
                                         train_ + "&& " + sums + " > before; " + fill + train_ +
                                             "--overwrite; echo exit code $?; " + sums +
                                             " > after; cmp before after && echo same",
                                         folder_.path());
  EXPECT_THAT(result.errors, testing::HasSubstr("No space left on device"));
  EXPECT_EQ(result.output, "disk/run\nexit code 1\nsame\n");
}

}  // namespace
}  // namespace facet
