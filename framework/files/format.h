#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "facet/export.h"
#include "facet/value.h"

namespace facet {

/// The number of the format of the files that Facet writes and reads again: what a run leaves, a
/// plugin's components.json, a pack.toml. They say it under `format`.
///
/// It is raised when one of these files changes so that an older Facet would misread it. An older
/// Facet then refuses the file and says why; whoever raises it says in the reader of that file what
/// an older number means there.
inline constexpr std::int64_t file_format = 1;

/// Throws Error where the file at `path` has no number, or one that is newer than this Facet reads.
FACET_API void require_format(const std::string& path, std::optional<std::int64_t> format);

/// The same of a TOML file, which is written by hand, too: it may have no number. Throws
/// OptionsError with its place.
FACET_API void require_format(const Table& file);

}  // namespace facet
