#pragma once

#include <string>

#include "facet/error.h"
#include "facet/value.h"
#include "framework/config/run_config.h"
#include "framework/registry/registry.h"

namespace facet {

/// The structs of RunConfig from a config's table, with every component as `registry` knows it.
/// What is wrong is added to `problems` and keeps its default, so that everything else can still be
/// checked. `name` stands for the config in messages.
RunConfig parse_sections(const Table& table, const std::string& name, const Registry& registry,
                         Problems& problems);

}  // namespace facet
