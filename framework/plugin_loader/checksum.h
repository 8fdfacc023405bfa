#pragma once

#include <string>

namespace facet {

/// `sha256:` and 64 hexadecimal digits of the content of the file that `descriptor` has open.
/// Throws Error, without the path, when it cannot be read.
std::string file_checksum(int descriptor);

}  // namespace facet
