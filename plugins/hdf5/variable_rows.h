#pragma once

#include "source.h"

namespace facet::hdf5 {

/// Whether a dataset holds rows of different lengths by HDF5's own type for them.
bool has_variable_rows(const Dataset& dataset);

/// Its array; unreadable where the rows hold no numbers. Rows that were never written are empty.
FileArray list_variable_rows(const Source& source, const Dataset& listed);

}  // namespace facet::hdf5
