#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace facet {

/// One file in a zip archive, as the central directory says: numpy's local headers carry sizes in
/// extra fields and are only used to find where the data begins.
struct ZipEntry {
  std::string name;  ///< without `.npy`
  bool deflated = false;
  std::uint32_t crc = 0;
  std::size_t size = 0;                  ///< uncompressed
  std::span<const std::byte> data = {};  ///< as stored
  std::string why_unreadable = {};       ///< `is encrypted`; empty: it can be read
};

/// The entries in the order of the directory; zip64 too. Throws Error that names `path` where it is
/// no archive, is truncated, or its entries lie over one another.
std::vector<ZipEntry> read_zip_directory(std::span<const std::byte> zip, const std::string& path);

}  // namespace facet
