#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "facet/export.h"
#include "facet/stateful.h"

namespace facet {

/// Reads the arrays of a file. Registered under the file name's extension without its dot: the
/// reader of `session.npz` is `npz`. Called from one thread.
class FACET_API Reader {
 public:
  using Kind = Reader;
  static constexpr std::string_view kind = "reader";
  static constexpr std::string_view form = "";
  struct Arguments {};

  virtual ~Reader();
  /// All arrays, in the file's order, on the CPU, in the type and shape in which they are stored.
  /// They may be mapped from the file and are then not to be written to. Throws Error that names
  /// the file and what is wrong with it.
  virtual std::vector<NamedTensor> read(const std::string& path) const = 0;
};

}  // namespace facet
