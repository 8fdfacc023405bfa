#pragma once

#include <ATen/core/Tensor.h>

#include <string>

#include "facet/file_array.h"
#include "handle.h"

namespace facet::hdf5 {

/// Writes a dataset. Throws Error that names it.
void write_numbers(hid_t file, const std::string& name, const at::Tensor& values);
void write_text(hid_t file, const std::string& name, const TextValues& text);

}  // namespace facet::hdf5
