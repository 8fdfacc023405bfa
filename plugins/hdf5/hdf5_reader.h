#pragma once

#include <string>

#include "facet/reader.h"
#include "facet/registrar.h"

namespace facet {

/// HDF5 files: every dataset is an array, named by its path from the root without the first `/`.
class Hdf5Reader : public Reader {
 public:
  static inline const Documentation documentation = {
      .formula = "",
      .shapes =
          "as h5py shows them; a dataset `neural` in a group `session` is the array "
          "`session/neural`",
      .units = "",
      .source = "The HDF5 file format specification, version 3.0"};

  FileArrays list(const std::string& path) const override;
};

}  // namespace facet
