#pragma once

#include <hdf5.h>

#include <string>

#include "facet/reader.h"

namespace facet::matlab {

/// Whether a group of a file of version 7.3 is a sparse matrix.
bool is_sparse(hid_t group);

/// It as a full matrix, which takes its memory where it is asked for. `place` is the group's path
/// in the file. Throws Error, which continues the name, where it is damaged.
FileArray list_sparse(const std::string& path, hid_t group, const std::string& place,
                      const std::string& name);

}  // namespace facet::matlab
