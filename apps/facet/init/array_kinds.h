#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "facet/file_array.h"

// What an array of a file may be in a new config.
namespace facet {

bool can_be_read(const FileArray& array);
/// Event times of units.
bool is_events(const FileArray& array);
/// Samples, or bins, of several channels.
bool is_matrix(const FileArray& array);
/// Trials x time x channels, or a matrix for each trial.
bool is_of_trials(const FileArray& array);
/// One number a row, of which nothing else is known.
bool is_column(const FileArray& array);
bool has_clock(const FileArray& array);

/// A name in small letters and without a unit at its end: `time` of `Time (s)`.
std::string bare_name(const std::string& name);
/// Numbers that ascend from row to row, as times do.
bool ascends(const FileArray& array);
/// A column of ascending numbers that is called so.
bool seems_to_be_times(const FileArray& array);

/// As a condition writes it: in quotes where it has other characters than names have.
std::string in_condition(const std::string& name);

}  // namespace facet
