#pragma once

#include <string>

#include "facet/export.h"

namespace facet {

/// Tells the user, as a line `warning: ...` on standard error, of something that is allowed and
/// perhaps not meant. May be called from any thread.
FACET_API void warn(const std::string& message);

}  // namespace facet
