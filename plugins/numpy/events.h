#pragma once

#include <optional>
#include <string>

#include "facet/file_array.h"

namespace facet {

/// Events of several units that a file holds as two arrays: when each was, in seconds, and whose. A
/// row for each unit, in the order of their ids; its columns are named by these.
/// `path`: of the file, for errors. `ids`: all units, also those without an event; nothing: those
/// that have one, for which `units` is read here. Both are one-dimensional and of one length,
/// `units` and `ids` integers or text.
FileArray events_by_unit(const std::string& path, const std::string& name, const FileArray& times,
                         const FileArray& units,
                         const std::optional<FileArray>& ids = std::nullopt);

/// Whether an array can say whose events are: readable, of one dimension, integers or text.
bool can_be_units(const FileArray& array);

/// Whether an array can be times: readable, of one dimension, floats.
bool can_be_times(const FileArray& array);

}  // namespace facet
