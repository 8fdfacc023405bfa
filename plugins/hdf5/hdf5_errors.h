#pragma once

#include <hdf5.h>

#include <string>

namespace facet::hdf5 {

/// Keeps HDF5 from writing its errors to standard error.
class QuietErrors {
 public:
  QuietErrors();
  ~QuietErrors();
  QuietErrors(const QuietErrors&) = delete;
  QuietErrors& operator=(const QuietErrors&) = delete;

 private:
  H5E_auto2_t print_ = nullptr;
  void* data_ = nullptr;
};

/// What HDF5 says of its last failure: the innermost cause.
std::string last_error();

/// Whether the innermost cause of its last failure has this code of HDF5's.
bool last_cause_is(hid_t minor_code);

/// Whether one of HDF5's codes is among the causes of its last failure.
bool last_error_is(hid_t minor_code);

}  // namespace facet::hdf5
