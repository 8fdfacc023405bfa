#pragma once

#include <map>
#include <string>

#include "facet/export.h"

namespace facet {

/// The file in a pack that has the checksums of all other files, and the one with its signature.
inline constexpr const char* checksums_file = "SHA256SUMS";
inline constexpr const char* signature_file = "SHA256SUMS.sig";

/// The checksum of each file of a pack by its name, `sha256:...`; without the two above.
using PackChecksums = std::map<std::string, std::string>;

/// Of the files that lie in `folder`. Throws Error, without the folder's path, for what a pack
/// cannot have, or cannot be read.
FACET_API PackChecksums take_checksums(const std::string& folder);

/// As SHA256SUMS has them, in the format of the program sha256sum.
FACET_API std::string write_checksums(const PackChecksums& checksums);
/// Throws Error that begins with `SHA256SUMS:` and the line.
FACET_API PackChecksums parse_checksums(const std::string& text);

/// Throws Error, that begins with the file's name, where the file in `folder` is missing or has
/// another checksum.
FACET_API void require_checksum(const std::string& folder, const std::string& name,
                                const PackChecksums& checksums);

}  // namespace facet
