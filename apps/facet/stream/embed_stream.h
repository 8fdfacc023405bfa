#pragma once

#include <string>

#include "rows.h"

namespace facet {

/// The embedding, on stdout, of bins that come on stdin: each row as soon as its window is there.
/// `folder`: of a run; `session`: of a run of several, whose encoder.
void embed_stream(const std::string& folder, const std::string& session, RowForm form);

}  // namespace facet
