#pragma once

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdint>
#include <cstdio>
#include <stdexcept>
#include <string>
#include <vector>

#include "framework/files/files.h"
#include "temporary_folder.h"

namespace facet {

/// What a program wrote, and how it ended.
struct ProgramResult {
  int exit_code = -1;  ///< -1: it was ended by a signal
  std::string output;
  std::string errors;
  int signal = 0;  ///< that ended it; 0: none
  std::int64_t peak_mb = 0;
};

/// A program that was started with fork and exec; it must be waited for.
class RunningProgram {
 public:
  /// `words[0]` is the program; it runs in `folder`.
  RunningProgram(const std::vector<std::string>& words, const std::string& folder) {
    std::vector<char*> arguments;
    for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    const std::string output = output_path(), errors = errors_path();
    id_ = fork();
    if (id_ < 0) throw std::runtime_error("cannot start " + words[0]);
    if (id_ > 0) return;
    // A shell has its background jobs ignore the one, nohup the other.
    for (const int signal : {SIGINT, SIGHUP}) std::signal(signal, SIG_DFL);
    const bool ready = chdir(folder.c_str()) == 0 && freopen(output.c_str(), "w", stdout) &&
                       freopen(errors.c_str(), "w", stderr);
    if (ready) execv(arguments[0], arguments.data());
    _exit(127);
  }

  pid_t id() const { return id_; }
  /// What it has written to stderr until now.
  std::string errors() const {
    return access(errors_path().c_str(), R_OK) == 0 ? read_text(errors_path()) : "";
  }

  ProgramResult wait() const {
    int status = 0;
    rusage usage{};
    wait4(id_, &status, 0, &usage);
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, read_text(output_path()),
            read_text(errors_path()), WIFSIGNALED(status) ? WTERMSIG(status) : 0,
            usage.ru_maxrss / 1024};
  }

 private:
  std::string output_path() const { return logs_.path() + "/output"; }
  std::string errors_path() const { return logs_.path() + "/errors"; }

  TemporaryFolder logs_;
  pid_t id_ = -1;
};

inline ProgramResult run_program(const std::vector<std::string>& words, const std::string& folder) {
  return RunningProgram(words, folder).wait();
}

}  // namespace facet
