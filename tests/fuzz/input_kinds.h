#pragma once

#include <functional>
#include <string>
#include <vector>

namespace facet {

/// A kind of file that comes to Facet from outside, and may be anything.
struct InputKind {
  std::string name;  ///< of a test, of a fuzz target and, where it is alone, its folder in corpus/
  std::string example;  ///< a whole file
  /// Takes `bytes` as such a file. Throws Error where it is none; anything else is a mistake of
  /// Facet's.
  std::function<void(const std::string& bytes)> read;
};

/// All kinds: the formats of recordings, the config, the files of a run and of a pack.
const std::vector<InputKind>& input_kinds();

}  // namespace facet
