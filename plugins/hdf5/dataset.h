#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <string>
#include <vector>

#include "facet/file_array.h"
#include "handle.h"

namespace facet::hdf5 {

/// One array of an HDF5 file.
class Dataset {
 public:
  /// Of records (a compound type) one field, where it is named. Throws Error where it cannot be
  /// opened. What is thrown here continues the dataset's name.
  Dataset(hid_t file, const std::string& name, const std::string& field = "");

  /// Why no tensor can hold it, or it cannot be unpacked, `holds text`; empty where it can be read.
  std::string why_unreadable() const;
  /// `is compressed with filter 32000 (lzf), ...`; empty where it can be unpacked.
  std::string missing_filter() const;
  std::vector<std::int64_t> shape() const;
  bool is_text() const;                     ///< of fixed or variable length
  std::vector<std::string> fields() const;  ///< of records; of others none
  /// Of the tensor: integers that libtorch has no type for become wider ones, floats of other sizes
  /// float32 or float64, h5py's booleans bool.
  at::ScalarType type() const { return memory_type().scalar; }
  /// What was never written reads as the fill value.
  enum class Written { nothing, in_part, whole };
  Written written() const;
  hid_t id() const { return dataset_; }

  /// All of it. Throws Error where the file is damaged (fletcher32 is verified), a file that it is
  /// made of is missing, or the memory too small.
  at::Tensor read() const;
  /// Of one that has rows; these are within it.
  at::Tensor read_rows(Rows rows) const;

 private:
  /// What it is read as: in memory HDF5's type, and the tensor's.
  struct MemoryType {
    hid_t type;
    at::ScalarType scalar;
  };
  MemoryType memory_type() const;
  bool is_boolean() const;
  at::Tensor read_into(const at::Tensor& values, hid_t memory_space, hid_t file_space) const;
  Written written_chunks(hid_t properties) const;
  std::string why_unreadable_numbers(std::size_t most_bytes) const;

  const std::string field_;
  const Handle dataset_;
  const Handle type_;
  const Handle space_;
};

}  // namespace facet::hdf5
