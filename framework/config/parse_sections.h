#pragma once

#include <string>

#include "facet/error.h"
#include "facet/value.h"
#include "framework/config/run_config.h"

namespace facet {

/// The structs of RunConfig from a config's table. What is wrong is added to `problems` and keeps
/// its default, so that everything else can still be checked. `path` names the file.
RunConfig parse_sections(const Table& table, const std::string& path, Problems& problems);

/// The inverse.
Table write_sections(const RunConfig& config);

}  // namespace facet
