#include "framework/conformance/child_pipe.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>

#include "facet/error.h"

namespace facet {

ChildPipe::ChildPipe() {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) throw Error("no pipe can be made");
  from = ends[0];
  to = ends[1];
  ::fcntl(from, F_SETFL, O_NONBLOCK);
}

ChildPipe::~ChildPipe() {
  ::close(from);
  if (to >= 0) ::close(to);
}

void ChildPipe::close_to() {
  ::close(to);
  to = -1;
}

std::string ChildPipe::read() const {
  std::array<char, 4096> piece;
  const ssize_t size = ::read(from, piece.data(), piece.size());
  return {piece.data(), static_cast<std::size_t>(std::max<ssize_t>(size, 0))};
}

void say(int descriptor, const std::string& text) {
  for (std::size_t said = 0; said < text.size();) {
    const ssize_t written = ::write(descriptor, text.data() + said, text.size() - said);
    if (written <= 0) return;
    said += static_cast<std::size_t>(written);
  }
}

}  // namespace facet
