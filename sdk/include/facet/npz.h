#pragma once

#include <string>
#include <vector>

#include "facet/export.h"
#include "facet/reader.h"

namespace facet {

/// numpy's array files. Types: bool, (u)int8, int16, int32, int64, float16, float32, float64, and
/// uint16, uint32, uint64, which become int32, int64, int64 (2^63 and more is refused), text (U, and
/// S in UTF-8); C and Fortran order; npy 1.0, 2.0 and 3.0; little and big endian. Every error names
/// the file, the array and what is wrong.

/// The array of a .npy file, mapped (read-only pages), or a copy where its numbers are converted.
/// Throws Error for text.
FACET_API at::Tensor read_npy(const std::string& path);

/// The same as a reader lists it, named after the file; text too.
FACET_API FileArray list_npy(const std::string& path);

/// What a .npz file holds, in its order. An array that is read is mapped where it is stored,
/// inflated where it is deflated, and its checksum is verified; the others are not touched. Throws
/// Error where the archive itself is damaged.
FACET_API FileArrays list_npz(const std::string& path);

/// All arrays of a .npz file. Throws Error where one of them cannot be read or is text.
FACET_API std::vector<NamedTensor> read_npz(const std::string& path);

/// Writes one array as numpy's save does. Atomic. Throws Error for rows of different lengths.
FACET_API void write_npy(const std::string& path, const FileArray& array);

/// Writes arrays (any device, any of the types above) as numpy's savez does. Atomic: afterwards the
/// path holds either the old file or the whole new one.
FACET_API void write_npz(const std::string& path, const std::vector<NamedTensor>& arrays);

/// The same of arrays some of which may be text. Throws Error for rows of different lengths, which
/// numpy does not have.
FACET_API void write_npz_arrays(const std::string& path, const FileArrays& arrays);

}  // namespace facet
