#pragma once

#include "source.h"

namespace facet::hdf5 {

/// The array of a dataset of numbers, as `listed` shows it; by rows where it has some.
FileArray list_numbers(const Source& source, const Dataset& listed);

/// Its rows, and of what was never written what can be told.
at::Tensor read_numbers(const Source& source, Rows rows);

}  // namespace facet::hdf5
