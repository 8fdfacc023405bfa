#include "framework/processes/child_program.h"

#include <gmock/gmock.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>

#include "framework/processes/deferred_end.h"
#include "message_of.h"

namespace facet {
namespace {

TEST(ChildProgram, RunsInItsFolderAndGivesItsExitCode) {
  testing::internal::CaptureStdout();
  testing::internal::CaptureStderr();
  EXPECT_EQ(run_child({"sh", "-c", "pwd; exit 3"}, "/usr"), 3);
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "/usr\n");
  EXPECT_EQ(testing::internal::GetCapturedStdout(), "");
}

TEST(ChildProgram, ThatIsNotThereOrIsKilledIsAnError) {
  EXPECT_EQ(message_of([] { run_child({"/no/such/program"}); }),
            "/no/such/program cannot be run: No such file or directory");
  EXPECT_EQ(message_of([] { run_child({"sh", "-c", "kill -9 $$"}); }), "sh was ended by a signal");
}

/// A pipe that whatever is started holds open.
class Witness {
 public:
  Witness() { EXPECT_EQ(::pipe(ends_), 0); }
  ~Witness() { ::close(ends_[0]); }
  /// Whether all that held it has ended; this process lets it go.
  bool has_seen_the_end() const {
    ::close(ends_[1]);
    pollfd ended{ends_[0], POLLIN, 0};
    return ::poll(&ended, 1, 0) == 1 && (ended.revents & POLLHUP);
  }

 private:
  int ends_[2];
};

void run_script(const std::string& script) {
  const DeferredEnd deferred;
  std::fputs(message_of([&] { run_child({"sh", "-c", script}); }).c_str(), stderr);
}

/// What is seen of a process, ended by SIGTERM, that runs a shell's script, which asks it to end.
/// Not by EXPECT_EXIT, which would wait for what is left of it, too.
std::string seen_of_the_end(const std::string& script) {
  testing::internal::CaptureStderr();
  const pid_t child = ::fork();
  if (child == 0) {
    run_script(script);
    ::_exit(0);  // not reached
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  EXPECT_TRUE(WIFSIGNALED(status));
  EXPECT_EQ(WTERMSIG(status), SIGTERM);
  return testing::internal::GetCapturedStderr();
}

TEST(ChildProgram, IsAskedToEndWhereTheProgramIs) {
  const Witness witness;
  EXPECT_EQ(seen_of_the_end("trap 'echo tidied; exit' TERM; sleep 100 & kill $PPID; wait"),
            "tidied\nthe program was asked to end");
  EXPECT_TRUE(witness.has_seen_the_end()) << "sleep goes on";
}

TEST(ChildProgram, IsKilledWhereItDoesNotEnd) {
  const Witness witness;
  EXPECT_EQ(seen_of_the_end("trap '' TERM; sleep 100 & kill $PPID; while :; do wait; done"),
            "the program was asked to end");
  EXPECT_TRUE(witness.has_seen_the_end());
}

TEST(ChildProgramDeathTest, IsNotStartedWhereTheEndIsAskedForAlready) {
  EXPECT_EXIT(
      {
        std::signal(SIGINT, SIG_DFL);  // ignored where the test was started in the background
        const DeferredEnd deferred;
        std::raise(SIGINT);
        std::fputs(message_of([] { run_child({"sh", "-c", "echo started"}); }).c_str(), stderr);
      },
      testing::KilledBySignal(SIGINT), "^the program was asked to end$");
}

}  // namespace
}  // namespace facet
