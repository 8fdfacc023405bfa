#pragma once

#include <string>
#include <vector>

#include "facet/writer.h"

namespace facet {

/// HDF5: a dataset for each array, true and false as h5py has them, text of variable length
/// (UTF-8).
class Hdf5Writer : public Writer {
 public:
  static inline const Documentation documentation = {
      .shapes = "a dataset for each array, under its name; `/` in a name makes groups"};

  std::vector<LeftOut> write(const std::string& path, const FileArrays& arrays) const override;
};

}  // namespace facet
