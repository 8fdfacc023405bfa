#pragma once

#include <chrono>
#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>

#include "framework/parallel/launch.h"

namespace facet {

/// What a rank tells of itself where it meets the first one, in one line.
struct Introduction {
  std::int64_t rank = -1;
  std::int64_t size = 0;
  std::string libtorch, host;

  /// `rank 1 (host n2)`
  std::string name() const;
};

Introduction own_introduction(const Launch& launch);
void tell(std::ostream& out, const Introduction& own);
/// Nothing where it is none, as from a program that looks which ports are open.
std::optional<Introduction> hear(std::istream& in);

/// Why `other` cannot be one of those whose first one is `first`; empty where it can.
std::string difference(const Introduction& first, const Introduction& other);

/// That ranks of these names did not come to where the others wait.
std::string absence(const std::string& names, const Launch& launch,
                    std::chrono::milliseconds timeout);

}  // namespace facet
