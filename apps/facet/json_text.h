#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "framework/figures/text_table.h"

namespace facet {

/// What a command writes to stdout with `--json`: indented, with a line's end. A path that is no
/// UTF-8 has replacement characters in it.
std::string json_text(const nlohmann::ordered_json& json);

/// Rows of a table as a list of objects: `keys` name the columns.
nlohmann::ordered_json json_rows(const TableRows& rows, const std::vector<std::string>& keys);

}  // namespace facet
