#include "framework/processes/child_processes.h"

#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <thread>

namespace facet {

namespace {

namespace fs = std::filesystem;

bool has_children() {
  siginfo_t ended{};
  return ::waitid(P_ALL, 0, &ended, WEXITED | WNOHANG | WNOWAIT) == 0;
}

enum class Child { no, running, ended };

/// `ID (NAME) STATE PARENT ...`, where NAME may have anything in it.
Child look_at(const fs::path& process) {
  std::ifstream file(process / "stat");
  std::string text{std::istreambuf_iterator<char>(file), {}};
  std::istringstream rest(text.substr(text.rfind(')') + 1));
  char state = 0;
  pid_t parent = 0;
  rest >> state >> parent;
  if (parent != ::getpid()) return Child::no;
  return state == 'Z' || state == 'X' ? Child::ended : Child::running;
}

std::map<pid_t, Child> children() {
  std::map<pid_t, Child> found;
  if (!has_children()) return found;
  for (const auto& entry : fs::directory_iterator("/proc")) {
    const std::string name = entry.path().filename().string();
    pid_t id = 0;
    const auto [rest, error] = std::from_chars(name.data(), name.data() + name.size(), id);
    if (error != std::errc{}) continue;
    if (const Child child = look_at(entry.path()); child != Child::no) found[id] = child;
  }
  return found;
}

std::size_t number_running() {
  const auto all = children();
  return static_cast<std::size_t>(
      std::ranges::count_if(all, [](const auto& child) { return child.second == Child::running; }));
}

}  // namespace

Subreaper::Subreaper() {
  ::prctl(PR_GET_CHILD_SUBREAPER, &before_);
  ::prctl(PR_SET_CHILD_SUBREAPER, 1);
}

Subreaper::~Subreaper() {
  ::prctl(PR_SET_CHILD_SUBREAPER, before_);
}

std::set<pid_t> child_processes() {
  std::set<pid_t> ids;
  for (const auto& [id, child] : children()) ids.insert(id);
  return ids;
}

std::size_t children_left_after(std::chrono::milliseconds time) {
  const auto end = std::chrono::steady_clock::now() + time;
  std::size_t left = number_running();
  while (left > 0 && std::chrono::steady_clock::now() < end) {
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
    left = number_running();
  }
  return left;
}

void end_children(const std::set<pid_t>& kept) {
  for (bool again = true; again;) {
    again = false;
    for (const pid_t child : child_processes()) {
      if (kept.contains(child)) continue;
      ::kill(child, SIGKILL);
      ::waitpid(child, nullptr, 0);
      again = true;  // its own children are this process's now
    }
  }
}

}  // namespace facet
