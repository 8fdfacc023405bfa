#pragma once

#include <memory>
#include <streambuf>

namespace facet {

/// While it lives, stdout has the results of a command and nothing else: what the commands write to
/// std::cout goes there; what a plugin prints, by whatever means, goes to stderr. One at a time, in
/// the main thread.
class Results {
 public:
  Results();
  ~Results();
  Results(const Results&) = delete;
  Results& operator=(const Results&) = delete;

  /// How a command ends whose exit code would be `exit_code`: where its results could not be
  /// written, says why on stderr and fails.
  int exit_code(int exit_code);
  /// The number of the file that takes the results, for a process that is to write them.
  static int file();

 private:
  std::unique_ptr<std::streambuf> buffer_;
  std::streambuf* before_;
};

/// Whether results could not be written because whoever read them has gone away.
bool nobody_reads_results();

}  // namespace facet
