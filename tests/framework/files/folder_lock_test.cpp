#include "framework/files/folder_lock.h"

#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <filesystem>
#include <memory>

#include "facet/warning.h"
#include "framework/files/files.h"
#include "framework/processes/deferred_end.h"
#include "message_of.h"
#include "temporary_folder.h"

namespace facet {
namespace {

using testing::AllOf;
using testing::EndsWith;
using testing::StartsWith;

class FolderLocks : public testing::Test {
 protected:
  const std::string& path() const { return folder_.path(); }
  std::string file() const { return path() + "/run.lock"; }
  std::string failure() const {
    return message_of([&] { FolderLock second(path()); });
  }

 private:
  TemporaryFolder folder_;
};

TEST_F(FolderLocks, OneAtATimeAlsoWithinAProcess) {
  {
    const FolderLock first(path());
    const auto is_told =
        AllOf(StartsWith(path() + ": is in use by process " + std::to_string(getpid()) + " on "),
              EndsWith(": wait until that has ended, or use another folder"));
    EXPECT_THAT(failure(), is_told);
    EXPECT_THAT(message_of([&] { FolderLock::require_free(path()); }), is_told);
  }
  EXPECT_EQ(failure(), "");
  EXPECT_FALSE(std::filesystem::exists(file()));
}

TEST_F(FolderLocks, WaitingForOneEndsWhereTheProgramIsAskedToEnd) {
  const FolderLock first(path());
  EXPECT_EXIT(
      {
        const DeferredEnd deferred;
        const WarningSink sink([](const std::string&) { std::raise(SIGTERM); });
        const std::string message =
            message_of([&] { FolderLock second(path(), FolderLock::WhereHeld::wait); });
        std::fputs(message.c_str(), stderr);
      },
      testing::KilledBySignal(SIGTERM), "^the program was asked to end$");
  EXPECT_TRUE(std::filesystem::exists(file()));
}

TEST_F(FolderLocks, ADeadProcessHoldsNone) {
  const pid_t child = fork();
  if (child == 0) {
    new FolderLock(path());
    _exit(0);  // without its destructor
  }
  waitpid(child, nullptr, 0);
  EXPECT_TRUE(std::filesystem::exists(file()));
  EXPECT_EQ(message_of([&] { FolderLock::require_free(path()); }), "");
  EXPECT_EQ(failure(), "");
}

TEST_F(FolderLocks, MovesWithItsFolder) {
  const std::string moved = path() + "/moved", old = path() + "/old";
  std::filesystem::create_directory(old);
  {
    const FolderLock lock(old);
    std::filesystem::rename(old, moved);
    EXPECT_THAT(message_of([&] { FolderLock second(moved); }), StartsWith(moved + ": is in use"));
  }
  EXPECT_TRUE(std::filesystem::is_empty(moved));
}

TEST_F(FolderLocks, NeedsAFolder) {
  EXPECT_EQ(message_of([&] { FolderLock lock(path() + "/none"); }),
            path() + "/none: cannot be written: No such file or directory");
}

}  // namespace
}  // namespace facet
