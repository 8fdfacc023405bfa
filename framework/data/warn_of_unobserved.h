#pragma once

#include <vector>

#include "facet/file_array.h"
#include "facet/recording.h"
#include "framework/data/signal_source.h"
#include "framework/data/unobserved.h"

namespace facet {

/// Warns where channels were not observed in bins that are used. `signals` are the arrays whose
/// channels stand side by side.
void warn_of_unobserved(const Recording& recording, const std::vector<const FileArray*>& signals,
                        const SignalSource& source, const Unobserved& unobserved);

}  // namespace facet
