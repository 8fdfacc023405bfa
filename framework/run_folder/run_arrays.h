#pragma once

#include <string>
#include <vector>

#include "facet/npz.h"

namespace facet {

/// An npz file of a run: arrays, and before them `format`, the number of the file's format (see
/// format.h).
void write_run_arrays(const std::string& path, const std::vector<NamedTensor>& arrays);

/// The arrays without that number. Throws Error where it is missing, or newer than this Facet
/// reads.
std::vector<NamedTensor> read_run_arrays(const std::string& path);

}  // namespace facet
