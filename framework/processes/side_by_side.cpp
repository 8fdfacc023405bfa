#include "framework/processes/side_by_side.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>

#include "facet/error.h"

namespace facet {

namespace {

/// The environment of this process with `variables` in it.
std::vector<std::string> environment_with(
    const std::vector<std::pair<std::string, std::string>>& variables) {
  std::vector<std::string> all;
  for (char** entry = environ; *entry; ++entry) {
    const std::string text = *entry;
    const bool is_replaced = std::ranges::any_of(
        variables, [&](const auto& own) { return text.starts_with(own.first + "="); });
    if (!is_replaced) all.push_back(text);
  }
  for (const auto& [name, value] : variables) all.push_back(name + "=" + value);
  return all;
}

std::vector<char*> pointers_to(const std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  for (const std::string& text : texts) pointers.push_back(const_cast<char*>(text.c_str()));
  pointers.push_back(nullptr);
  return pointers;
}

/// In the new process, where no memory may be asked for; as below.
void write_to(const char* log) {
  const int output = ::open(log, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (output < 0) ::_exit(127);
  ::dup2(output, STDOUT_FILENO);
  ::dup2(output, STDERR_FILENO);
}

void hold_back(int signal) {
  sigset_t held;
  ::sigemptyset(&held);
  ::sigaddset(&held, signal);
  ::sigprocmask(SIG_BLOCK, &held, nullptr);
}

/// Does not return.
[[noreturn]] void become(char** words, char** environment, const Program& program, pid_t parent) {
  if (program.in_own_group) ::setpgid(0, 0);
  if (program.end_signal == SIGUSR1) hold_back(SIGUSR1);
  ::prctl(PR_SET_PDEATHSIG, program.end_signal);  // may come more than once
  if (::getppid() != parent) ::_exit(127);        // it has ended already
  const int input = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
  if (input < 0) ::_exit(127);
  ::dup2(input, STDIN_FILENO);
  if (program.log.empty())
    ::dup2(program.output, STDOUT_FILENO);
  else
    write_to(program.log.c_str());
  ::execve(words[0], words, environment);
  ::_exit(127);
}

}  // namespace

SideBySide::~SideBySide() {
  ask_to_end();
  for (const auto& [id, signal] : running_)
    while (::waitpid(id, nullptr, 0) < 0 && errno == EINTR) {
    }
}

pid_t SideBySide::start(const Program& program) {
  const std::vector<std::string> environment = environment_with(program.variables);
  std::vector<char*> words = pointers_to(program.words), variables = pointers_to(environment);
  const pid_t parent = ::getpid(), id = ::fork();
  if (id < 0) throw Error(program.words[0] + " cannot be run: " + std::strerror(errno));
  if (id == 0) become(words.data(), variables.data(), program, parent);
  running_[id] = program.end_signal;
  return id;
}

std::optional<EndedProgram> SideBySide::take_ended() {
  for (const auto& [id, signal] : running_) {
    EndedProgram ended{id};
    if (::waitpid(id, &ended.status, WNOHANG) != id) continue;
    running_.erase(ended.id);
    return ended;
  }
  return {};
}

void SideBySide::ask_to_end() const {
  for (const auto& [id, signal] : running_) ::kill(id, signal);
}

void SideBySide::send(int signal) const {
  for (const auto& [id, own] : running_) ::kill(id, signal);
}

}  // namespace facet
