#pragma once

#include "facet/value.h"

namespace facet {

/// In the table of `[data]` as it was written, and of its sessions: paths alone become tables, one
/// file a list, and so does a way to fill.
void spell_out_files(Table& data);
/// The inverse: a file of which nothing but the path is said becomes a path.
void shorten_files(Table& data);

}  // namespace facet
