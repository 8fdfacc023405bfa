#pragma once

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <stdexcept>
#include <string>

#include "run_program.h"

namespace facet {

/// A program between two pipes, of which the test holds the other ends.
class PipedStream {
 public:
  /// `words[0]` is the program; it runs in `folder`.
  PipedStream(const std::vector<std::string>& words, const std::string& folder)
      : program_(in_shell(words), folder) {
    input_ = ::open(input_path().c_str(), O_WRONLY);
    output_ = ::open(output_path().c_str(), O_RDONLY);
  }
  ~PipedStream() {
    close_input();
    close_output();
  }
  PipedStream(const PipedStream&) = delete;
  PipedStream& operator=(const PipedStream&) = delete;

  void write(const std::string& bytes) const {
    if (::write(input_, bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size()))
      throw std::runtime_error("cannot write to the program");
  }
  /// The next line; waits for its end.
  std::string read_line() const {
    std::string line;
    while (!line.ends_with('\n')) {
      char next = 0;
      pollfd more{output_, POLLIN, 0};
      if (::poll(&more, 1, longest_wait) <= 0 || ::read(output_, &next, 1) != 1)
        throw std::runtime_error("there is no line, after '" + line + "': " + program_.errors());
      line += next;
    }
    return line;
  }
  /// Whether something can be read now.
  bool has_more() const {
    pollfd more{output_, POLLIN, 0};
    return ::poll(&more, 1, 0) > 0;
  }
  void close_input() { close(input_); }
  void close_output() { close(output_); }
  pid_t id() const { return program_.id(); }
  ProgramResult wait() const { return program_.wait(); }

 private:
  static constexpr int longest_wait = 60'000;  // ms

  static void close(int& file) {
    if (file >= 0) ::close(file);
    file = -1;
  }
  std::string input_path() const { return pipes_.path() + "/in"; }
  std::string output_path() const { return pipes_.path() + "/out"; }
  std::vector<std::string> in_shell(const std::vector<std::string>& words) const {
    std::string command = "exec";
    for (const std::string& word : words) command += " '" + word + "'";
    ::mkfifo(input_path().c_str(), 0600);
    ::mkfifo(output_path().c_str(), 0600);
    return {"/bin/sh", "-c", command + " < " + input_path() + " > " + output_path()};
  }

  const TemporaryFolder pipes_;
  const RunningProgram program_;
  int input_ = -1, output_ = -1;
};

}  // namespace facet
