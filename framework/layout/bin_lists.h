#pragma once

#include <ATen/core/Tensor.h>

#include <vector>

#include "facet/distribution.h"

namespace facet {

// What every layout does with lists of bins (see SessionLayout).

/// A positive for each reference, both int64 on the CPU.
at::Tensor sample_positives(const Distribution& distribution, const at::Tensor& references,
                            Random& random);

/// Rows that belong to the lists, one after the other, given back to each.
std::vector<at::Tensor> cut_into_lists(const at::Tensor& rows,
                                       const std::vector<at::Tensor>& lists);

}  // namespace facet
