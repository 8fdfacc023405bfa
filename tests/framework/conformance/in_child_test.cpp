#include "framework/conformance/in_child.h"

#include <gmock/gmock.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <stdexcept>
#include <thread>

#include "facet/error.h"
#include "message_of.h"

namespace facet {
namespace {

using namespace std::chrono_literals;

TEST(InChild, SaysWhatWasThrown) {
  EXPECT_EQ(failure_in_child([] {}, 5s), "");
  EXPECT_EQ(failure_in_child([] { throw Error("of paper"); }, 5s), "of paper");
  EXPECT_EQ(failure_in_child([] { throw std::runtime_error("out"); }, 5s), "out");
  EXPECT_EQ(failure_in_child([] { throw 42; }, 5s),
            "it threw something that is not a std::exception, of type int");
  const std::string long_text(100000, 'x');
  EXPECT_EQ(failure_in_child([&] { throw Error(long_text); }, 5s), long_text);
  EXPECT_EQ(failure_in_child([] { throw Error("ends in a dot."); }, 5s), "ends in a dot.");
}

TEST(InChild, SaysHowTheProcessEnded) {
  EXPECT_EQ(failure_in_child([] { ::_exit(3); }, 5s), "it ended the process, with exit code 3");
  EXPECT_EQ(failure_in_child([] { ::_exit(0); }, 5s), "it ended the process, with exit code 0");
  EXPECT_EQ(failure_in_child([] { ::raise(SIGKILL); }, 5s),
            "it ended the process by a signal: Killed");
}

TEST(InChild, IsStoppedWhenTheTimeIsUp) {
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_EQ(failure_in_child([] { ::pause(); }, 1s), "it did not come back within 1 seconds");
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 4s);
}

TEST(InChild, LeavesThisProcessAsItIs) {
  int touched = 0;
  EXPECT_EQ(failure_in_child([&] { touched = 1; }, 5s), "");
  EXPECT_EQ(touched, 0);
}

TEST(InChild, IsRefusedWhereThereAreSeveralThreads) {
  std::jthread other([](const std::stop_token& stop) {
    while (!stop.stop_requested()) std::this_thread::sleep_for(1ms);
  });
  EXPECT_THAT(message_of([] { failure_in_child([] {}, 5s); }),
              testing::HasSubstr("one thread, and this one has several"));
}

}  // namespace
}  // namespace facet
