#pragma once

#include <string>
#include <string_view>

namespace facet {

/// `sha256:` and 64 hexadecimal digits.
std::string checksum(std::string_view bytes);

/// The same of the content of the file that `descriptor` has open. Throws Error, without the path,
/// when it cannot be read.
std::string file_checksum(int descriptor);

}  // namespace facet
