#pragma once

#include <string>
#include <vector>

namespace facet::test {

/// An entry of a tar as its header says it, be it what it may.
struct RawEntry {
  std::string name;
  std::string content = "";
  char type = '0';        ///< of ustar: '0' file, '1' hard link, '2' link, '3' and '4' devices, ...
  std::string link = "";  ///< where a link leads
};

/// The bytes of a tar with these entries.
std::string raw_tar(const std::vector<RawEntry>& entries);

/// What gives the next entry properties that do not fit into its header: `key=value` each.
RawEntry pax_header(const std::vector<std::string>& properties);

/// Writes the bytes to a file, compressed by zstd.
void write_compressed(const std::string& path, const std::string& bytes);

}  // namespace facet::test
