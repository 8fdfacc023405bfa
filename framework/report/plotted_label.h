#pragma once

#include <string>

#include "facet/labels.h"

namespace facet {

/// The label, of one column, that `speed` or `position[1]` means; empty: the first label. Of a
/// label with several columns without a number the first column. Its name says which column it is.
/// Throws Error for one that is not there.
Label plotted_label(const Labels& labels, const std::string& wished);

}  // namespace facet
