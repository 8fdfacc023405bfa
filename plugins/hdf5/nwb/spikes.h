#pragma once

#include "object.h"

namespace facet::nwb {

/// The spike times of the units of a table: events, a train for each. The spikes of some units are
/// read alone.
FileArray list_spikes(const Object& units, hid_t file, std::int64_t num_units);

}  // namespace facet::nwb
