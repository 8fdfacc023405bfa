#pragma once

#include <string>

namespace facet {

/// `sha256:` and 64 hexadecimal digits of the file's content. Throws Error that names the path.
std::string file_checksum(const std::string& path);

}  // namespace facet
