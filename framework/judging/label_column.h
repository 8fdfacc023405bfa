#pragma once

#include <string>

#include "facet/labels.h"

namespace facet {

/// The label that `speed` means, with all its columns, or the one column that `position[1]` means;
/// then its name says which, unless it has no other. Throws Error for one that is not there.
Label label_column(const Labels& labels, const std::string& wished);

/// Of a label with several columns that one, called `position[1]`; one of a single column as it is.
Label one_column(const Label& label, std::int64_t column);

}  // namespace facet
