#pragma once

#include <string>

#include "facet/export.h"

namespace facet {

/// Throws Error where a path has a character that neither a config nor a line of a message can
/// hold: a control character such as a line break, or bytes that are not UTF-8.
FACET_API void require_plain_name(const std::string& path);

}  // namespace facet
