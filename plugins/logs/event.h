#pragma once

#include <string>

#include "row.h"

namespace facet::logs {

// Records of TensorBoard's event files, with their frames. `wall_time` is in seconds since 1970.

/// `data` as a record (TFRecord): its length and itself, each followed by its masked checksum.
std::string framed(const std::string& data);

/// The first of a file: which version of the format it has.
std::string version_record(double wall_time);

/// A training begins at `step`: TensorBoard forgets what it has read of this step and later ones.
std::string start_record(double wall_time, std::int64_t step);

/// The values of a row, `objective0.loss` with the tag `objective0/loss`.
std::string row_record(double wall_time, const Row& row);

}  // namespace facet::logs
