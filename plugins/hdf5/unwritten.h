#pragma once

#include <string>

#include "dataset.h"

namespace facet::hdf5 {

/// An acquisition that was cut off leaves datasets that were never written, or in part. Throws
/// Error where nothing was; warns where the rest would be the fill value.
void tell_of_what_was_not_written(const Dataset& dataset, const std::string& path,
                                  const std::string& name);

}  // namespace facet::hdf5
