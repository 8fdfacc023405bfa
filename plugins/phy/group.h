#pragma once

#include <string>

#include "facet/file_array.h"
#include "table_file.h"

namespace facet::phy {

/// The column `group`: what somebody in phy called each cluster. phy writes those that were judged;
/// the others are `unsorted`. Who reads it is warned of these, and where it is no more than
/// `sorter_labels` (the column KSLabel; null: there is none), as Kilosort 4 writes it.
FileArray list_group(const std::string& folder, const Cells& judged, const Cells* sorter_labels);

}  // namespace facet::phy
