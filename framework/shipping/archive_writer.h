#pragma once

#include <string>
#include <vector>

namespace facet {

/// Writes the files of these names in `folder` into an archive, in this order: tar, compressed by
/// zstd. Nothing of who owns the files, when they were written and who may read them goes into it:
/// the same files give the same archive. Atomic; throws Error that names the archive or the file.
void write_archive(const std::string& archive, const std::string& folder,
                   const std::vector<std::string>& names);

}  // namespace facet
