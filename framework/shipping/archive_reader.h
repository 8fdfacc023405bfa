#pragma once

#include <string>

namespace facet {

/// Unpacks a pack's archive (tar, compressed by zstd) into `folder`, which is empty: files and
/// folders with the names that a pack may have, and nothing else; of their owners, times and
/// permissions nothing is taken. Throws Error that names the archive and, where one is at fault,
/// the entry; what was unpacked until then lies in `folder` still.
void unpack_archive(const std::string& archive, const std::string& folder);

}  // namespace facet
