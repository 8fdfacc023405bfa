#pragma once

#include <cstdint>
#include <string>

namespace facet {

/// What ran in a thread from begin to end: an operation of libtorch, or what lies in a mark
/// (RECORD_USER_SCOPE). Operations of a thread lie within one another or apart.
struct TimedOperation {
  std::string name;
  bool is_mark = false;
  std::uint64_t thread = 0;  ///< libtorch's number of it
  std::int64_t begin = 0;    ///< nanoseconds of one clock
  std::int64_t end = 0;

  std::int64_t duration() const { return end - begin; }
};

}  // namespace facet
