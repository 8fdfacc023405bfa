#pragma once

#include <ATen/core/Tensor.h>

#include <string>
#include <vector>

#include "facet/bins.h"
#include "facet/labels.h"
#include "facet/reader.h"

namespace facet {

/// The arrays that `names` says are the signals, in that order; `unit_*` are all that begin with
/// unit_, in the file's order. Pointers into `file`. Throws Error for one that is not there or not
/// readable.
std::vector<const NamedTensor*> find_signals(const FileArrays& file,
                                             const std::vector<std::string>& names);

/// The arrays side by side: T x C float32. Throws Error for arrays that are neither T x C nor T, of
/// several lengths, or complex.
at::Tensor join_signals(const std::vector<const NamedTensor*>& arrays);

/// The channels that `neurons` selects, in the order in which they are listed, or ascending where
/// it is a condition on `channel_labels`: int64. Throws Error for one that is not there or listed
/// twice, and where none is left.
at::Tensor selected_channels(const Selection& neurons, const Labels& channel_labels);

/// Throws Error for a value in `segments` that is not finite. `names` is for the message;
/// without it they are the recording's only ones.
void require_finite(const at::Tensor& signals, const std::vector<Segment>& segments,
                    const std::vector<std::string>& names);

}  // namespace facet
