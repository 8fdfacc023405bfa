#pragma once

#include <string>
#include <vector>

#include "facet/file_array.h"

namespace facet {

/// Arrays that can be the signals: one, or columns of a table that are numbered.
struct SignalsChoice {
  std::vector<std::string> names;        ///< as data.signals has them: `units`, or `unit_*`
  std::vector<const FileArray*> arrays;  ///< that these are
  bool transposed = false;               ///< channels x bins
  std::string reason = {};               ///< what they are

  const FileArray& first() const { return *arrays.front(); }
  std::int64_t num_bins() const;      ///< of a matrix; of trials their number
  std::int64_t num_channels() const;  ///< or units
  std::string text() const;           ///< as a user writes them
  bool contains(const std::string& array) const;
};

/// All that there are, the one that is proposed first. Throws Error that says why where there is
/// none. Pointers into `arrays`.
std::vector<SignalsChoice> possible_signals(const FileArrays& arrays);

/// Those that are named so. Throws Error for what is not there.
SignalsChoice signals_named(const std::vector<std::string>& names, const FileArrays& arrays);

/// Which of the channels carry cells or good units, as data.neurons says it; empty: nothing tells.
std::string good_channels(const SignalsChoice& signals, const FileArrays& arrays);

}  // namespace facet
