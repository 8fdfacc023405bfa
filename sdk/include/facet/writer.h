#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "facet/component.h"
#include "facet/export.h"
#include "facet/file_array.h"

namespace facet {

/// An array that a file does not hold. `why` continues its name: `has 118 rows, the table 36000`.
struct LeftOut {
  std::string array, why;
};

/// Writes arrays as a file. Registered under the file name's extension without its dot: the writer
/// of `session.csv` is `csv`. Called from one thread.
class FACET_API Writer : public Component {
 public:
  using Kind = Writer;
  static constexpr std::string_view kind = "writer";
  static constexpr std::string_view form = "";
  struct Arguments {};

  virtual ~Writer();
  /// Writes all that the format can hold of these arrays, numbers (on the CPU) and text, of which
  /// there is at least one, and says which it cannot hold. The reader of the same name must give
  /// the same values again. The first array is what the file is for: where that cannot be held,
  /// throws. Atomic: afterwards `path` holds the old file or the whole new one, whatever goes wrong,
  /// which AtomicFile sees to. Throws Error that names the file and the array.
  virtual std::vector<LeftOut> write(const std::string& path, const FileArrays& arrays) const = 0;
};

}  // namespace facet
