#pragma once

#include <matio.h>

#include <memory>
#include <string>
#include <vector>

#include "../hdf5/hdf5_errors.h"

namespace facet::matlab {

using Variable = std::unique_ptr<matvar_t, void (*)(matvar_t*)>;

/// An opened MAT file.
class MatFile {
 public:
  /// Throws Error where it is no MAT file, or is cut short.
  explicit MatFile(const std::string& path);

  std::vector<std::string> names() const;
  /// Throws Error that names the variable where it cannot be read.
  Variable read(const std::string& name) const;

 private:
  const hdf5::QuietErrors quiet_;  // matio tries HDF5's functions out
  const std::string path_;
  const std::unique_ptr<mat_t, int (*)(mat_t*)> file_;
};

}  // namespace facet::matlab
