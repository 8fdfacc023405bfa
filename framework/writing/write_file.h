#pragma once

#include <string>
#include <vector>

#include "facet/export.h"
#include "facet/file_array.h"
#include "framework/registry/registry.h"

namespace facet {

/// How the name of a file can end that some writer writes: `.csv`, `.h5`.
FACET_API std::vector<std::string> written_extensions(const Registry& registry);

/// Writes arrays in the format of the path's extension, one of these. Warns of those that the
/// format cannot hold; the first is always written. Throws Error that names the file, and then
/// nothing of it has changed.
FACET_API void write_file(const std::string& path, const FileArrays& arrays, Registry& registry);

}  // namespace facet
