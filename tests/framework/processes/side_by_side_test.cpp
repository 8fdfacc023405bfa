#include "framework/processes/side_by_side.h"

#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <map>
#include <thread>

#include "framework/files/files.h"
#include "temporary_folder.h"

namespace facet {
namespace {

void wait_until(const std::function<bool()>& is_so) {
  for (int i = 0; i < 1000 && !is_so(); ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
}

class SideBySidePrograms : public testing::Test {
 protected:
  Program script(const std::string& text, const std::string& log = "log") const {
    return {{"/bin/sh", "-c", text}, {{"FACET_SHARE", "3"}}, path(log)};
  }
  std::string path(const std::string& file) const { return folder.path() + "/" + file; }
  bool says(const std::string& text) const {
    return path_exists(path("log")) && read_text(path("log")) == text;
  }

  TemporaryFolder folder;
};

TEST_F(SideBySidePrograms, TellHowEachEnded) {
  SideBySide programs;
  std::map<pid_t, int> codes;
  const pid_t first = programs.start(script("echo $FACET_SHARE; echo wrong >&2; exit 3"));
  const pid_t second = programs.start(script("exit 4", "other"));
  EXPECT_EQ(programs.num_running(), 2U);
  wait_until([&] {
    if (const auto ended = programs.take_ended()) codes[ended->id] = WEXITSTATUS(ended->status);
    return programs.num_running() == 0;
  });
  EXPECT_EQ(codes, (std::map<pid_t, int>{{first, 3}, {second, 4}}));
  EXPECT_TRUE(says("3\nwrong\n"));
  EXPECT_FALSE(programs.take_ended());
}

TEST_F(SideBySidePrograms, AreAskedToEndWhereTheObjectGoesAway) {
  {
    SideBySide programs;
    programs.start(
        script("trap 'echo saved; exit' TERM; echo ready; while :; do sleep 0.05; done"));
    wait_until([&] { return says("ready\n"); });
  }
  EXPECT_TRUE(says("ready\nsaved\n"));
}

TEST_F(SideBySidePrograms, AreAskedToEndWhereTheirParentIsKilled) {
  const pid_t parent = ::fork();
  if (parent == 0) {
    SideBySide programs;
    programs.start(
        script("trap 'echo saved; exit' TERM; echo ready; while :; do sleep 0.05; done"));
    ::pause();
  }
  wait_until([&] { return says("ready\n"); });
  ::kill(parent, SIGKILL);
  ::waitpid(parent, nullptr, 0);
  wait_until([&] { return says("ready\nsaved\n"); });
  EXPECT_TRUE(says("ready\nsaved\n"));
}

TEST_F(SideBySidePrograms, ThatAreNotThereEndWithTheCodeOfAShell) {
  SideBySide programs;
  programs.start({{"/no/such/program"}, {}, path("log")});
  std::optional<EndedProgram> ended;
  wait_until([&] { return (ended = programs.take_ended()).has_value(); });
  ASSERT_TRUE(ended);
  EXPECT_EQ(WEXITSTATUS(ended->status), 127);
}

}  // namespace
}  // namespace facet
