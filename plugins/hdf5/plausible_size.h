#pragma once

#include "dataset.h"

namespace facet::hdf5 {

/// Throws Error where a file is too small to hold what a dataset says it has, however well it is
/// compressed. For what is read whole and is never left unwritten: text, references, indices.
void require_plausible_size(const Dataset& dataset);

}  // namespace facet::hdf5
