#pragma once

#include <optional>

#include "apps/facet/init/proposal.h"
#include "facet/file_array.h"

namespace facet {

/// How wide bins are, for `signals` that have times. Throws Error where the width that is wished
/// is none.
Reasoned<double> choose_bin(const FileArray& signals, const FileArrays& arrays,
                            const std::optional<double>& wished);

}  // namespace facet
