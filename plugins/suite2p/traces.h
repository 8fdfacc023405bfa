#pragma once

#include "facet/file_array.h"
#include "planes.h"

namespace facet::suite2p {

/// F, Fneu, spks, and F - neuropil * Fneu: frames x cells, read by rows. Those that a plane has
/// not, or that are not as large as its F, are unreadable; what no plane has is not listed.
FileArrays list_traces(const Planes& planes, double neuropil);

}  // namespace facet::suite2p
