#include "framework/conformance/in_child.h"

#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <thread>

#include "facet/error.h"
#include "framework/conformance/doing.h"
#include "message_of.h"

namespace facet {
namespace {

using namespace std::chrono_literals;

std::string failure_of(const std::function<void()>& action, std::chrono::seconds time_limit,
                       Leaving leaving = Leaving::at_once) {
  return run_in_child(action, time_limit, leaving).failure;
}

TEST(InChild, SaysWhatWasThrown) {
  EXPECT_EQ(failure_of([] {}, 5s), "");
  EXPECT_EQ(failure_of([] { throw Error("of paper"); }, 5s), "of paper");
  EXPECT_EQ(failure_of([] { throw std::runtime_error("out"); }, 5s), "out");
  EXPECT_EQ(failure_of([] { throw 42; }, 5s),
            "it threw something that is not a std::exception, of type int");
  const std::string long_text(100000, 'x');
  EXPECT_EQ(failure_of([&] { throw Error(long_text); }, 5s), long_text);
  EXPECT_EQ(failure_of([] { throw Error("ends in a dot."); }, 5s), "ends in a dot.");
}

TEST(InChild, SaysHowTheProcessEnded) {
  EXPECT_EQ(failure_of([] { ::_exit(3); }, 5s), "it ended the process, with exit code 3");
  EXPECT_EQ(failure_of([] { ::_exit(0); }, 5s), "it ended the process, with exit code 0");
  EXPECT_EQ(failure_of([] { ::raise(SIGKILL); }, 5s), "it ended the process by a signal: Killed");
}

TEST(InChild, SaysWhatWasBeingDoneWhenTheProcessEnded) {
  const auto action = [] {
    now_doing("its forward()");
    ::_exit(3);
  };
  EXPECT_EQ(failure_of(action, 5s),
            "it ended the process, with exit code 3: it was in its forward()");
  EXPECT_EQ(failure_of([] { ::_exit(3); }, 5s), "it ended the process, with exit code 3");
}

TEST(InChild, WatchesHowTheProgramEnds) {
  const auto action = [] { std::atexit([] { ::_exit(3); }); };
  EXPECT_EQ(failure_of(action, 5s), "");
  EXPECT_THAT(
      failure_of(action, 5s, Leaving::through_exit),
      testing::StartsWith("it ended the process, with exit code 3: it was in what it left"));
  EXPECT_EQ(failure_of([] {}, 5s, Leaving::through_exit), "");
}

TEST(InChild, IsToldThatAForkCameBack) {
  EXPECT_EQ(
      failure_of([] { ASSERT_GE(::fork(), 0); }, 5s),
      "it forked, and the child came back from its call: let it end itself, by _exit or exec");
}

TEST(InChild, LeavesNoProcessBehind) {
  const auto leaves_one = [] {
    if (::fork() > 0) return;
    ::setsid();
    while (true) ::pause();
  };
  EXPECT_EQ(failure_of(leaves_one, 5s), "");
  EXPECT_EQ(::waitpid(-1, nullptr, WNOHANG), -1) << "there is no child";
  EXPECT_EQ(errno, ECHILD);
}

TEST(InChild, PassesOnAFewLinesOfStderr) {
  testing::internal::CaptureStderr();
  failure_of(
      [] {
        for (int i = 0; i < 20000; ++i) std::fputs("another line\n", stderr);
      },
      5s);
  const std::string told = testing::internal::GetCapturedStderr();
  EXPECT_EQ(std::count(told.begin(), told.end(), '\n'), 6);
  EXPECT_THAT(told, testing::EndsWith("another line\n(and 19995 lines more)\n"));
}

TEST(InChild, IsStoppedWhenTheTimeIsUp) {
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_EQ(failure_of([] { ::pause(); }, 1s), "it did not come back within 1 seconds");
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 4s);
}

TEST(InChild, LeavesThisProcessAsItIs) {
  int touched = 0;
  EXPECT_EQ(failure_of([&] { touched = 1; }, 5s), "");
  EXPECT_EQ(touched, 0);
}

TEST(InChild, IsRefusedWhereThereAreSeveralThreads) {
  std::jthread other([](const std::stop_token& stop) {
    while (!stop.stop_requested()) std::this_thread::sleep_for(1ms);
  });
  EXPECT_THAT(message_of([] { failure_of([] {}, 5s); }),
              testing::HasSubstr("one thread, and this one has several"));
}

}  // namespace
}  // namespace facet
