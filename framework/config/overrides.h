#pragma once

#include <string>
#include <vector>

#include "facet/export.h"
#include "facet/value.h"

namespace facet {

/// The `file` of a value's place when it was given on the command line.
inline constexpr const char* override_place = "--set";

/// Changes `table` as `--set KEY=VALUE` says: `training.steps=100`,
/// `objective[0].loss.temperature=0.5`, `model.renormalize=true`, `training.device=cuda:1`. The
/// value is TOML; what is not TOML is a text. Tables on the way are made where there are none, and
/// a component that was given by its bare name becomes a table. Messages about the new value say
/// `--set`. Throws OptionsError that lists every assignment that is none or leads nowhere.
FACET_API void apply_overrides(Table& table, const std::vector<std::string>& assignments);

}  // namespace facet
