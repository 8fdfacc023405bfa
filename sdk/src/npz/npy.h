#pragma once

#include <ATen/core/Tensor.h>

#include <cstddef>
#include <memory>
#include <span>
#include <string>

namespace facet {

/// Why the array of `npy` cannot be read though nothing is wrong with the file: `holds text`,
/// continuing its name. Empty where it can. Throws Error like parse_npy().
std::string why_unreadable(std::span<const std::byte> npy, const std::string& where);

/// The array of `npy`, the bytes of a .npy file or of an npz entry. It points into these bytes and
/// shares `owner`; where they are not aligned for its type they are copied. `where` names file and
/// array in errors.
at::Tensor parse_npy(std::span<const std::byte> npy, std::shared_ptr<const void> owner,
                     const std::string& where);

/// The header and dtype of a contiguous array in npy format 1.0, padded so that data is aligned.
std::string npy_header(const at::Tensor& array);

}  // namespace facet
