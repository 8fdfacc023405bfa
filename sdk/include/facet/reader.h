#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "facet/component.h"
#include "facet/export.h"
#include "facet/stateful.h"

namespace facet {

/// An array of a file that is not read, and why: told when it is asked for.
struct UnreadableArray {
  std::string name;
  std::string why;  ///< continues the name: `holds text`
};

/// What a file holds.
struct FileArrays {
  std::vector<NamedTensor> arrays;
  std::vector<UnreadableArray> unreadable = {};
};

/// Reads the arrays of a file. Registered under the file name's extension without its dot: the
/// reader of `session.npz` is `npz`. Called from one thread.
class FACET_API Reader : public Component {
 public:
  using Kind = Reader;
  static constexpr std::string_view kind = "reader";
  static constexpr std::string_view form = "";
  struct Arguments {};

  virtual ~Reader();
  /// All arrays, in the file's order, on the CPU, in the type and shape in which they are stored.
  /// They may be mapped from the file and are then not to be written to. Arrays of a type that no
  /// tensor has (texts, records) are listed as unreadable. Throws Error that names the file, the
  /// array where it is one, and what is wrong with it.
  virtual FileArrays read(const std::string& path) const = 0;
};

/// Throws Error, `PATH: cannot be read: No such file or directory`, where a file cannot be opened,
/// is a folder or is empty. For readers that leave the opening to a library.
FACET_API void require_readable(const std::string& path);

}  // namespace facet
