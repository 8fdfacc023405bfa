#pragma once

#include <string>
#include <string_view>

namespace facet {

/// With `=` at its end where it needs them.
std::string base64(std::string_view bytes);

}  // namespace facet
