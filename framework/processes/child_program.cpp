#include "framework/processes/child_program.h"

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <optional>
#include <thread>

#include "facet/error.h"
#include "framework/processes/child_processes.h"
#include "framework/processes/deferred_end.h"

namespace facet {

namespace {

using Clock = std::chrono::steady_clock;

pid_t start(const std::vector<std::string>& words, const std::string& folder) {
  std::vector<char*> arguments;
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, STDERR_FILENO, STDOUT_FILENO);
  if (!folder.empty()) ::posix_spawn_file_actions_addchdir_np(&actions, folder.c_str());
  pid_t child = 0;
  const int failed =
      ::posix_spawnp(&child, arguments[0], &actions, nullptr, arguments.data(), environ);
  ::posix_spawn_file_actions_destroy(&actions);
  if (failed) throw Error(words[0] + " cannot be run: " + std::strerror(failed));
  return child;
}

/// How it ended; nothing where `is_enough` came first.
template <class Condition>
std::optional<int> wait_for(pid_t child, const std::string& program, const Condition& is_enough) {
  for (int status = 0;;) {
    const pid_t ended = ::waitpid(child, &status, WNOHANG);
    if (ended == child) return status;
    if (ended < 0 && errno != EINTR)
      throw Error(program + " cannot be waited for: " + std::strerror(errno));
    if (is_enough()) return {};
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
}

/// So that a compiler removes its temporary files.
void ask_to_end(pid_t child, const std::string& program) {
  ::kill(child, SIGTERM);
  const auto latest = Clock::now() + std::chrono::seconds(2);
  wait_for(child, program, [&] { return Clock::now() > latest; });
}

}  // namespace

int run_child(const std::vector<std::string>& words, const std::string& folder) {
  DeferredEnd::throw_if_asked_for();
  const Subreaper subreaper;
  const std::set<pid_t> kept = child_processes();
  const pid_t child = start(words, folder);
  const auto status = wait_for(child, words[0], DeferredEnd::is_asked_for);
  if (DeferredEnd::is_asked_for()) {
    if (!status) ask_to_end(child, words[0]);
    end_children(kept);  // the passes of a compiler are processes of their own, and would go on
    DeferredEnd::throw_if_asked_for();
  }
  if (!WIFEXITED(*status)) throw Error(words[0] + " was ended by a signal");
  return WEXITSTATUS(*status);
}

}  // namespace facet
