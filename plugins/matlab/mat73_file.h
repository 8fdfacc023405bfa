#pragma once

#include <string>

#include "facet/reader.h"

namespace facet::matlab {

/// Whether it is an HDF5 file, as those of version 7.3 are.
bool is_mat73(const std::string& path);

/// The variables of such a file, and the fields of structs by dots, rows and columns as MATLAB
/// shows them: HDF5 has them the other way round. It need not be from MATLAB itself: what says
/// nothing of its class is taken for numbers of its type. Throws Error where nothing can be read.
FileArrays list_mat73(const std::string& path);

}  // namespace facet::matlab
