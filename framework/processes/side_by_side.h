#pragma once

#include <sys/types.h>

#include <csignal>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace facet {

/// A program to be run: its words, the first of which is its file; variables of the environment
/// beside those of this process; the file that takes what it writes to stdout and stderr, or
/// nothing where it writes to those of this process, or to another file of it.
struct Program {
  std::vector<std::string> words;
  std::vector<std::pair<std::string, std::string>> variables;
  std::string log;
  int output = 1;             ///< the number of the file that is its stdout where it has no log
  int end_signal = SIGTERM;   ///< asks it to end; waits until the program hears of it if SIGUSR1
  bool in_own_group = false;  ///< what a terminal sends to this process does not come to it
};

struct EndedProgram {
  pid_t id = 0;
  int status = 0;  ///< as waitpid tells it
};

/// Programs that run beside one another. None outlives this process by much: where it ends, by
/// whatever, and where this object goes away, they are asked to end.
class SideBySide {
 public:
  SideBySide() = default;
  ~SideBySide();  ///< asks all to end and waits for them
  SideBySide(const SideBySide&) = delete;
  SideBySide& operator=(const SideBySide&) = delete;

  /// From the thread that lives as long as the programs shall. Throws Error where there can be no
  /// further process; a program that cannot be started ends with 127.
  pid_t start(const Program& program);
  /// One that has ended since; does not wait.
  std::optional<EndedProgram> take_ended();
  void ask_to_end() const;
  void send(int signal) const;  ///< to all
  std::size_t num_running() const { return running_.size(); }

 private:
  std::map<pid_t, int> running_;  // how each is asked to end
};

}  // namespace facet
