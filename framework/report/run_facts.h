#pragma once

#include <string>
#include <vector>

#include "framework/figures/text_table.h"
#include "framework/run_folder/run_folder.h"

namespace facet {

/// What run.json tells of a run: under which circumstances it was made, one line for each.
struct RunFacts {
  std::vector<std::string> warnings;  ///< and what changed where it was resumed
  std::string summary;                ///< `500 steps in 15 s on cpu, 2026-11-28`
  TableRows table;                    ///< versions, machine, data and plugins; without heads
};

/// Throws Error that names the file where it is missing or damaged.
RunFacts run_facts(const RunFolder& run);

}  // namespace facet
