#pragma once

#include <string>
#include <vector>

#include "apps/facet/init/proposal.h"
#include "facet/file_array.h"
#include "facet/recording.h"

// Which labels there are, and which one is learned from.
namespace facet {

/// Fills in `labels`, the wished one among them, and `angles`. Throws Error where the wished one
/// cannot be a label.
void choose_labels(Proposal& made, const FileArrays& arrays, const std::string& wished);

/// Fills in `label`, and the condition that leaves out the bins in which it is missing. Throws
/// Error where the wished one is discrete.
void choose_label(Proposal& made, const Recording& recording, const std::string& wished);

}  // namespace facet
