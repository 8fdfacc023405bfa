#pragma once

#include "mapped_file.h"

namespace facet {

/// The files that are mapped at the moment, for mapped_files.h.
void add_live_mapping(const MappedFile& file);
void remove_live_mapping(const MappedFile& file);

}  // namespace facet
