#pragma once

#include "source.h"

namespace facet::hdf5 {

/// The dataset that says where the rows of a column end, `units/spike_times_index`, as tables of
/// NWB's (hdmf's DynamicTable) have it; empty where there is none.
std::string index_of(hid_t file, const std::string& column);

/// The array of such a column; `index` is the place of its index.
FileArray list_ragged(const Source& source, const Dataset& listed, const std::string& index);

/// Its rows; of the values only theirs are read. `what` names them: `spike times`. Throws Error
/// where the index does not fit the values.
RaggedValues read_ragged(const Source& source, const std::string& index, Rows rows,
                         const std::string& what);

/// Where all rows end, as int64; checked against the number of values.
at::Tensor read_ends(const Dataset& index, std::int64_t num_values, const std::string& what);

}  // namespace facet::hdf5
