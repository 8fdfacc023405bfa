#pragma once

#include <cstdint>
#include <string>

#include "facet/file_array.h"

// What an array of a file may be in a new config.
namespace facet {

bool can_be_read(const FileArray& array);
/// Event times of units.
bool is_events(const FileArray& array);
/// Samples, or bins, of several channels.
bool is_matrix(const FileArray& array);
/// Trials x time x channels.
bool is_trials(const FileArray& array);
/// Intervals in which something was, and no column of them.
bool is_intervals(const FileArray& array);
bool has_clock(const FileArray& array);
/// A column of ascending numbers that is called so.
bool seems_to_be_times(const FileArray& array);
/// Its unit is one of angles.
bool holds_angles(const FileArray& array);

}  // namespace facet
