#pragma once

#include <ATen/core/Tensor.h>
#include <hdf5.h>

#include <cstdint>
#include <string>
#include <vector>

#include "../hdf5/dataset.h"

namespace facet::matlab {

/// Of a string, a table or another object, whose values are handles; empty for what others can
/// read, also what says nothing of its class.
std::string why_only_matlab_reads(hid_t object, const std::string& name);

/// A dataset of a file of version 7.3: a variable, a field or an element. What is thrown continues
/// its name.
class Mat73Variable {
 public:
  /// Throws Error where it cannot be opened.
  Mat73Variable(hid_t file, const std::string& place);

  /// `name` is for the text. An empty one is unreadable, too.
  std::string why_unreadable(const std::string& name) const;
  bool is_empty() const;
  /// Whether it holds references: a cell array, or a field of an array of structs.
  bool has_elements() const;
  bool is_cell_array() const { return class_ == "cell"; }
  bool is_text() const;

  /// As MATLAB shows them: HDF5 has them the other way round.
  std::vector<std::int64_t> dims() const;
  std::vector<std::int64_t> shape() const;
  at::ScalarType type() const;
  at::Tensor values() const;
  std::vector<std::string> texts() const;
  std::string text() const;  ///< all of it as one, a row or a column
  std::int64_t num_texts() const;
  std::vector<hobj_ref_t> references() const;

 private:
  bool holds(H5T_class_t type) const;

  const hdf5::Dataset dataset_;
  const std::string class_;  ///< empty: it says nothing of it
};

}  // namespace facet::matlab
