#pragma once

#include <optional>
#include <string>
#include <vector>

#include "facet/export.h"
#include "facet/file_array.h"

namespace facet {

/// What is known of an array of a file, in words.
struct ArrayDescription {
  std::string name;
  std::string shape;                    ///< `586 x 2`; of events `13 units, 1562 events`
  std::string type;                     ///< `float64`, `text`
  std::string unit;                     ///< empty: not known
  std::string clock;                    ///< `9.8 Hz`, `at the times t`; empty: none
  std::string range;                    ///< `0 .. 2`, `'left', 'right'`; `not read` of a large one
  std::optional<std::int64_t> missing;  ///< NaN or empty texts; nothing: not looked for
  std::string serves;                   ///< what it can be in a config
  std::string why_unreadable;
};

/// Each array of files, in their order. Values are looked at where an array has no more than 64 MB.
FACET_API std::vector<ArrayDescription> describe_arrays(const FileArrays& file);

/// How they fit together, a line for each: which have as many rows, and the time that all that is
/// timed shares.
FACET_API std::vector<std::string> describe_fit(const FileArrays& file);

}  // namespace facet
