#include "facet/warning.h"

#include <gmock/gmock.h>

#include <thread>
#include <vector>

namespace facet {
namespace {

using testing::ElementsAre;

/// Writes down what it is told.
struct Listener {
  std::vector<std::string> told;
  WarningSink sink{[this](const std::string& warning) { told.push_back(warning); }};
};

TEST(Warning, GoesToTheNewestSinkOfItsThread) {
  Listener outer;
  {
    Listener inner;
    warn("a");
    EXPECT_THAT(inner.told, ElementsAre("a"));
  }
  warn("b");
  EXPECT_THAT(outer.told, ElementsAre("b"));
}

TEST(Warning, OfAThreadWithoutASinkGoesToTheOldestOfTheProcess) {
  Listener oldest, newest;
  std::thread([] { warn("from elsewhere"); }).join();
  EXPECT_THAT(oldest.told, ElementsAre("from elsewhere"));
  EXPECT_TRUE(newest.told.empty());
}

TEST(Warning, OfTwoThreadsGoToEachItsOwn) {
  Listener main;
  std::vector<std::string> other;
  std::thread([&] {
    Listener own;
    warn("mine");
    other = own.told;
  }).join();
  EXPECT_THAT(other, ElementsAre("mine"));
  EXPECT_TRUE(main.told.empty());
}

TEST(Warning, WritesNothingByItself) {
  testing::internal::CaptureStderr();
  testing::internal::CaptureStdout();
  warn("nobody listens");
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
  EXPECT_EQ(testing::internal::GetCapturedStdout(), "");
}

}  // namespace
}  // namespace facet
