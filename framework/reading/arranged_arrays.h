#pragma once

#include <string>
#include <vector>

#include "facet/file_array.h"
#include "framework/data/data_config.h"
#include "framework/data/unobserved.h"

namespace facet {

/// Arrays of files whose rows are the bins of a recording, and how they are to be taken.
struct ArrangedArrays {
  FileArrays arrays;
  RecordingConfig config;
  std::vector<std::string> decisions;  ///< a line for each, for the user
  Unobserved unobserved = {};          ///< of the signals
};

/// The arrays of a recording's files, brought onto its bins where they are not on them yet. `key`
/// and `asked` as read_recording takes them.
ArrangedArrays arranged(const FileArrays& file, const RecordingConfig& config,
                        const std::string& key, const std::vector<std::string>& asked);

}  // namespace facet
