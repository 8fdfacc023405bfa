#pragma once

#include <string>

#include "facet/value.h"

namespace facet {

/// TOML that reads back as the same table: tables become sections, lists of tables `[[sections]]`,
/// what lies deeper stays on one line. Numbers have the shortest text that is the same number. Keys
/// whose value is nothing are left out.
std::string write_toml(const Table& table);

}  // namespace facet
