#pragma once

#include <string>
#include <vector>

#include "facet/export.h"

namespace facet {

/// Paths of the runs in a folder: those of its seeds, by their numbers; else the folder itself, of
/// which nothing is known yet.
FACET_API std::vector<std::string> runs_in(const std::string& folder);

/// The names in a folder that a run writes, or runs of several seeds; empty where there is none of
/// them, or no folder.
FACET_API std::vector<std::string> run_files_in(const std::string& folder);

/// Whether the folder is that of a run, or of runs of several seeds, and does not merely have a
/// file of such a name.
FACET_API bool holds_whole_run(const std::string& folder);

/// Paths of runs that lie in the folder and are not those of its seeds.
FACET_API std::vector<std::string> runs_within(const std::string& folder);

/// Whether a file of that path is, or would be, part of a run.
FACET_API bool is_part_of_run(const std::string& path);

}  // namespace facet
