#pragma once

#include <string>

namespace facet {

/// Brings the pack at `path`, a folder or an archive, into the empty folder `into`: its files, for
/// their owner alone to change. Throws Error that names `path` and, where one is at fault, the
/// file.
void copy_pack(const std::string& path, const std::string& into);

}  // namespace facet
