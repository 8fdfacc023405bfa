#pragma once

#include <string>

namespace facet {

/// By which a child process tells its parent something.
struct ChildPipe {
  int from, to;  ///< to: -1 when it was closed

  ChildPipe();  ///< throws Error where none can be made
  ~ChildPipe();
  ChildPipe(const ChildPipe&) = delete;
  ChildPipe& operator=(const ChildPipe&) = delete;

  void close_to();
  /// Some of what there is to be read; empty: nothing.
  std::string read() const;
};

/// Writes all of the text into a descriptor, as long as somebody reads.
void say(int descriptor, const std::string& text);

}  // namespace facet
