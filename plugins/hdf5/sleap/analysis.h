#pragma once

#include <hdf5.h>

#include <string>

#include "facet/file_array.h"

namespace facet::hdf5::sleap {

/// Whether a file is SLEAP's analysis: places of the nodes of animals in each frame.
bool is_analysis(hid_t file);

/// Of each node of each track its place, frames x 2, NaN where it was not found, `mouse1.nose` (of
/// a single animal without a name `nose`), and how sure it is, frames, `mouse1.nose.score`. Where
/// its axes cannot be told, `tracks` is unreadable.
FileArrays list_analysis(const std::string& path, hid_t file);

}  // namespace facet::hdf5::sleap
