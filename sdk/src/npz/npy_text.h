#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "facet/file_array.h"
#include "npy.h"

namespace facet {

/// numpy's text (`U`: characters of 32 bits, `S`: bytes of UTF-8), a text for each entry of
/// `header.shape`, filled up with zeros to the longest. `npy` is all of the array. Throws Error,
/// which continues the name of the array.
TextValues parse_npy_text(std::span<const std::byte> npy, const NpyHeader& header);

/// The whole array in npy format 1.0, as `U`.
std::string npy_of_text(const TextValues& text);

}  // namespace facet
