#pragma once

#include <optional>
#include <string>

#include "facet/export.h"
#include "facet/value.h"

namespace facet {

/// What a TOML file says, in the order in which it says it. Every value knows its place: `path` as
/// given, line and column. Throws Error when the file cannot be read, OptionsError with the place
/// when it is not TOML or holds a date or time, which no option has.
FACET_API Table read_toml(const std::string& path);

/// The same for TOML that is at hand; `name` stands for the file in messages.
FACET_API Table parse_toml(const std::string& text, const std::string& name);

/// A single value as TOML writes it, such as `[0, 8]` or `{ name = "Adam" }`, all of it placed at
/// `where`; nothing when `text` is not one.
FACET_API std::optional<Value> parse_toml_value(const std::string& text, const Location& where);

}  // namespace facet
