#pragma once

#include <ATen/core/Tensor.h>

#include <string>
#include <vector>

#include "facet/labels.h"
#include "facet/reader.h"

namespace facet {

/// The arrays that `names` says are the signals, in that order; `unit_*` are all that begin with
/// unit_, in the file's order. Pointers into `file`. Throws Error for one that is not there, is
/// named twice, or cannot be read.
std::vector<const FileArray*> find_signals(const FileArrays& file,
                                           const std::vector<std::string>& names);

/// Reads the arrays, side by side: T x C float32. Those of two dimensions are T x C, or C x T where
/// they are to be transposed. Throws Error for arrays of other shapes, or of several lengths.
at::Tensor read_signals(const std::vector<const FileArray*>& arrays, bool transpose);

/// What each channel of these is called: by its array's columns where the file names them, else
/// `neural[3]`; by the array itself where that has one column.
std::vector<std::string> channel_names(const std::vector<const FileArray*>& arrays, bool transpose);

/// The channels that `neurons` selects, in the order in which they are listed, or ascending where
/// it is a condition on `channel_labels`: int64. Throws Error for one that is not there or listed
/// twice, and where none is left.
at::Tensor selected_channels(const Selection& neurons, const Labels& channel_labels);

}  // namespace facet
