#pragma once

#include "object.h"

namespace facet::nwb {

/// The times of a series' samples or events, float64 seconds, as many as it has rows; unreadable
/// where they are not.
FileArray list_stamps(const Object& series, hid_t file, const std::string& name, std::int64_t rows);

}  // namespace facet::nwb
