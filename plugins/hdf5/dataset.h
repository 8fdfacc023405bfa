#pragma once

#include <ATen/core/Tensor.h>

#include <string>

#include "handle.h"

namespace facet::hdf5 {

/// One array of an HDF5 file.
class Dataset {
 public:
  /// `where` names it in messages. Throws Error where it cannot be opened.
  Dataset(hid_t file, const std::string& name, const std::string& where);

  /// Why no tensor can hold it, `holds text`; empty where one can.
  std::string why_unreadable() const;
  /// All of it. Integers that libtorch has no type for become wider ones, floats of other sizes
  /// float32 or float64, h5py's booleans bool. Throws Error where the file is damaged or
  /// compressed in a way that is not known here.
  at::Tensor read() const;

 private:
  /// What it is read as: in memory HDF5's type, and the tensor's.
  struct MemoryType {
    hid_t type;
    at::ScalarType scalar;
  };
  MemoryType memory_type() const;
  bool is_boolean() const;
  void require_filters() const;

  const std::string where_;
  const Handle dataset_;
  const Handle type_;
  const Handle space_;
};

}  // namespace facet::hdf5
