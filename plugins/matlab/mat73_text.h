#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "../hdf5/dataset.h"

namespace facet::matlab {

/// Text of a file of version 7.3: a char array, which is numbers of letters, or texts of HDF5's own
/// as h5py writes them. Empty where it can be read; otherwise the reason, which continues its name.
std::string why_no_text(const hdf5::Dataset& dataset);
/// A column of letters is a text each, as MATLAB shows it, but of hdf5storage, which writes each
/// text as one where it is told to write vectors as columns.
std::int64_t num_texts(const hdf5::Dataset& dataset);
/// Throws Error, which continues its name, where it is damaged.
std::vector<std::string> texts(const hdf5::Dataset& dataset);
/// The only one; all of a char array, a row or a column. Throws as texts(), and where there are
/// others.
std::string text_of(const hdf5::Dataset& dataset);

}  // namespace facet::matlab
