#pragma once

#include <ATen/core/Tensor.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace facet {

/// What the header of a .npy file says. Throws Error, `is truncated`, which continues the name of
/// the array, as all here do.
struct NpyHeader {
  std::string why_unreadable;  ///< `holds text`; empty: a tensor can hold it
  std::vector<std::int64_t> shape;
  at::ScalarType type = at::kFloat;  ///< of the tensor, which may be larger than what is stored
  std::size_t stored_size = 1;       ///< bytes of an entry in the file
  bool swapped = false;              ///< big-endian
  bool is_uint64 = false;            ///< read as int64
  bool fortran_order = false;
  std::size_t size = 0;  ///< bytes before the data
};

/// No header of an array that can be read is longer.
constexpr std::size_t longest_npy_header = 65536;

/// `npy` are the first bytes of a .npy file or of an npz entry, at least its header.
NpyHeader read_npy_header(std::span<const std::byte> npy);

/// Throws Error where an entry of `size` bytes is not as large as its header says.
void require_size(const NpyHeader& header, std::size_t size);

/// The array of `npy`, all of it. It points into these bytes and shares `owner`; where they are not
/// aligned for its type, or big-endian, they are copied. Throws Error for unsigned numbers of 64
/// bits that do not fit into int64.
at::Tensor parse_npy(std::span<const std::byte> npy, std::shared_ptr<const void> owner);

/// The header and dtype of a contiguous array in npy format 1.0, padded so that data is aligned.
std::string npy_header(const at::Tensor& array);

}  // namespace facet
