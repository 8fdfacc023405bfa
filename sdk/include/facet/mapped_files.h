#pragma once

#include "facet/export.h"

namespace facet {

/// Files that are mapped (see read_npy, list_npz) are read where they are used, perhaps late. A
/// mapped file may be replaced by another one that is renamed to its name, and must not be written
/// to.

/// Throws Error that names a mapped file whose size or time is not as it was when it was mapped.
/// One system call for each file.
FACET_API void require_unchanged_files();

/// From now on, reading a part that a mapped file has lost ends the process with this code and a
/// line on stderr that names the file, in place of SIGBUS.
FACET_API void exit_at_lost_pages(int code);

}  // namespace facet
