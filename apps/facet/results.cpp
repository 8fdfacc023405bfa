#include "results.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <iostream>
#include <string>
#include <thread>

#include "exit_codes.h"
#include "framework/calls/unexpected_end.h"

namespace facet {

namespace {

bool write_whole(int file, const char* text, std::size_t size) {
  while (size > 0) {
    const ssize_t written = ::write(file, text, size);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    text += written;
    size -= static_cast<std::size_t>(written);
  }
  return true;
}

/// Keeps the results until they are flushed; what is printed while a component is being called, or
/// by another thread, is none.
class ResultsBuffer : public std::streambuf {
 public:
  explicit ResultsBuffer(int file) : file_(file), owner_(std::this_thread::get_id()) {}
  ~ResultsBuffer() override {
    ResultsBuffer::sync();
    ::close(file_);
  }

  int file() const { return file_; }
  int error() const { return error_; }  ///< of the first results that could not be written

 protected:
  std::streamsize xsputn(const char* text, std::streamsize count) override {
    const auto size = static_cast<std::size_t>(count);
    if (std::this_thread::get_id() != owner_ || component_is_being_called())
      return write_whole(STDERR_FILENO, text, size) ? count : 0;
    kept_.append(text, size);
    return count;
  }
  int_type overflow(int_type character) override {
    const char one = traits_type::to_char_type(character);
    return xsputn(&one, 1) == 1 ? traits_type::not_eof(character) : traits_type::eof();
  }
  int sync() override {
    if (std::this_thread::get_id() != owner_ || component_is_being_called()) return 0;
    const bool written = write_whole(file_, kept_.data(), kept_.size());
    if (!written && error_ == 0) error_ = errno;
    kept_.clear();
    return written ? 0 : -1;
  }

 private:
  const int file_;
  const std::thread::id owner_;
  std::string kept_;
  int error_ = 0;
};

/// Of the results that there are now; null: there are none.
const ResultsBuffer* current_buffer() {
  return dynamic_cast<const ResultsBuffer*>(std::cout.rdbuf());
}

}  // namespace

Results::Results() : before_(std::cout.rdbuf()) {
  const int results = ::dup(STDOUT_FILENO);
  if (results < 0) return;  // there is no stdout
  buffer_ = std::make_unique<ResultsBuffer>(results);
  std::cout.rdbuf(buffer_.get());
  ::dup2(STDERR_FILENO, STDOUT_FILENO);
}

Results::~Results() {
  if (buffer_) std::cout.rdbuf(before_);
}

bool nobody_reads_results() {
  const ResultsBuffer* buffer = current_buffer();
  return buffer && buffer->error() == EPIPE;
}

int Results::file() {
  const ResultsBuffer* buffer = current_buffer();
  return buffer ? buffer->file() : STDOUT_FILENO;
}

int Results::exit_code(int exit_code) {
  std::cout.flush();
  if (std::cout) return exit_code;
  const int error = buffer_ ? static_cast<ResultsBuffer&>(*buffer_).error() : EBADF;
  std::cerr << "facet: standard output cannot be written: " << std::strerror(error) << '\n';
  return exit_failed;
}

}  // namespace facet
