#include "framework/processes/deferred_end.h"

#include <gtest/gtest.h>

#include <csignal>
#include <cstdio>
#include <thread>

#include "message_of.h"

namespace facet {
namespace {

TEST(DeferredEndDeathTest, TheProgramEndsByTheSignalWhenTheObjectGoesAway) {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP})
    EXPECT_EXIT(
        {
          std::signal(signal, SIG_DFL);
          const DeferredEnd deferred;
          std::raise(signal);
          std::fputs(message_of(DeferredEnd::throw_if_asked_for).c_str(), stderr);
        },
        testing::KilledBySignal(signal), "^the program was asked to end$");
}

TEST(DeferredEndDeathTest, ASignalThatAnotherThreadTakesIsSeen) {
  EXPECT_EXIT(
      {
        const DeferredEnd deferred;
        std::thread([] { std::raise(SIGTERM); }).join();
        if (DeferredEnd::is_asked_for()) std::fputs("seen", stderr);
      },
      testing::KilledBySignal(SIGTERM), "^seen$");
}

/// As nohup wants it.
TEST(DeferredEndDeathTest, WhatIsIgnoredStaysIgnored) {
  EXPECT_EXIT(
      {
        std::signal(SIGHUP, SIG_IGN);
        {
          const DeferredEnd deferred;
          std::raise(SIGHUP);
          if (DeferredEnd::is_asked_for()) std::exit(1);
        }
        std::raise(SIGHUP);
        std::exit(3);
      },
      testing::ExitedWithCode(3), "");
}

TEST(DeferredEnd, IsNotAskedForWithoutASignal) {
  {
    const DeferredEnd deferred;
    EXPECT_EQ(message_of(DeferredEnd::throw_if_asked_for), "");
  }
  EXPECT_EQ(std::signal(SIGTERM, SIG_DFL), SIG_DFL);
}

}  // namespace
}  // namespace facet
