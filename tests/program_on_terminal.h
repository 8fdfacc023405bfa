#pragma once

#include <poll.h>
#include <pty.h>

#include <csignal>

#include "run_program.h"

namespace facet {

/// A program whose input and output are a terminal of its own; it must be waited for.
class ProgramOnTerminal {
 public:
  /// `words[0]` is the program; it runs in `folder`.
  ProgramOnTerminal(const std::vector<std::string>& words, const std::string& folder) {
    std::vector<char*> arguments;
    for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    id_ = forkpty(&terminal_, nullptr, nullptr, nullptr);
    if (id_ < 0) throw std::runtime_error("cannot start " + words[0]);
    if (id_ > 0) return;
    for (const int signal : {SIGINT, SIGHUP}) std::signal(signal, SIG_DFL);
    if (chdir(folder.c_str()) == 0) execv(arguments[0], arguments.data());
    _exit(127);
  }
  ~ProgramOnTerminal() { close(terminal_); }
  ProgramOnTerminal(const ProgramOnTerminal&) = delete;
  ProgramOnTerminal& operator=(const ProgramOnTerminal&) = delete;

  /// Types the keys after `text` was shown, which follows what was waited for before.
  void type_after(const std::string& text, const std::string& keys) {
    while (shown_.find(text, seen_) == std::string::npos)
      if (!read_more())
        throw std::runtime_error("it ended without '" + text + "', with:\n" + shown_);
    seen_ = shown_.find(text, seen_) + text.size();
    if (write(terminal_, keys.data(), keys.size()) != static_cast<ssize_t>(keys.size()))
      throw std::runtime_error("cannot type");
  }

  /// Its output is all that was on the terminal, also what was typed.
  ProgramResult wait() {
    while (read_more()) {
    }
    int status = 0;
    waitpid(id_, &status, 0);
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, shown_, "",
            WIFSIGNALED(status) ? WTERMSIG(status) : 0};
  }

 private:
  /// False at the end of the program. One that says nothing more waits for what nobody types.
  bool read_more() {
    constexpr int longest_silence = 60'000;  // ms
    pollfd more{terminal_, POLLIN, 0};
    if (poll(&more, 1, longest_silence) == 0) {
      kill(id_, SIGKILL);
      throw std::runtime_error("it waits, after:\n" + shown_);
    }
    char part[4096];
    const ssize_t size = read(terminal_, part, sizeof part);
    if (size > 0) shown_.append(part, static_cast<std::size_t>(size));
    return size > 0;
  }

  int terminal_ = -1;
  pid_t id_ = -1;
  std::string shown_;
  std::size_t seen_ = 0;  ///< what was waited for ends here
};

}  // namespace facet
