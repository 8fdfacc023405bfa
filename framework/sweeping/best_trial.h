#pragma once

#include <optional>
#include <string>

#include "framework/data/data_config.h"
#include "framework/sweeping/sweep_table.h"

namespace facet {

/// Throws OptionsError that says what would be right: where `figure` is none that validation gives
/// and that has a better end, or where a recording holds nothing out for validation.
void require_choosable(const std::string& figure, const DataConfig& data);

/// The trial with the best mean of a figure: the lowest of a loss or an error, the highest of the
/// others. Trials of which a run failed are not chosen, of equal ones the first is. Nothing where
/// none has the figure.
std::optional<std::size_t> best_trial(const SweepTable& table, const std::string& figure);

}  // namespace facet
