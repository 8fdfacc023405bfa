#pragma once

#include <filesystem>
#include <string>

namespace facet {

/// What there is at a path, in words: `a file`, `a folder`, `a pipe`, `a socket`, `a device`.
std::string file_kind(std::filesystem::file_type type);

}  // namespace facet
