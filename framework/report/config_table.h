#pragma once

#include <string>
#include <vector>

#include "facet/value.h"
#include "framework/figures/text_table.h"

namespace facet {

/// A row for each key of the configs with its value in each; `names` are those of the runs.
TableRows config_table(const std::vector<Table>& configs, const std::vector<std::string>& names);

/// Numbers of the rows in which not all runs have the same.
std::vector<std::size_t> differing_rows(const TableRows& rows);

}  // namespace facet
