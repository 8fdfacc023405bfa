#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <string>
#include <vector>

#include "handle.h"

namespace facet::hdf5 {

/// One array of an HDF5 file.
class Dataset {
 public:
  /// Throws Error where it cannot be opened. What is thrown here continues the dataset's name.
  Dataset(hid_t file, const std::string& name);

  /// Why no tensor can hold it, or it cannot be unpacked, `holds text`; empty where it can be read.
  std::string why_unreadable() const;
  /// Why it cannot be unpacked, whatever it holds; empty: it can.
  std::string missing_filter() const;
  std::vector<std::int64_t> shape() const;
  /// Of the tensor: integers that libtorch has no type for become wider ones, floats of other sizes
  /// float32 or float64, h5py's booleans bool.
  at::ScalarType type() const { return memory_type().scalar; }
  bool has_attribute(const char* name) const;
  /// What was never written reads as the fill value.
  enum class Written { nothing, in_part, whole };
  Written written() const;
  hid_t id() const { return dataset_; }

  /// All of it. Throws Error where the file is damaged (fletcher32 is verified), a file that it is
  /// made of is missing, or the memory too small.
  at::Tensor read() const;

 private:
  /// What it is read as: in memory HDF5's type, and the tensor's.
  struct MemoryType {
    hid_t type;
    at::ScalarType scalar;
  };
  MemoryType memory_type() const;
  bool is_boolean() const;
  Written written_chunks(hid_t properties) const;

  const Handle dataset_;
  const Handle type_;
  const Handle space_;
};

}  // namespace facet::hdf5
