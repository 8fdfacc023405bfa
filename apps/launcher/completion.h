#pragma once

namespace facet {

/// What bash runs to complete the words of `facet`: completion.bash, which is generated (see
/// apps/facet/completion_script.h).
const char* completion();

}  // namespace facet
