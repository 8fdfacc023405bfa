#pragma once

#include <vector>

#include "framework/assembly/assembly.h"
#include "framework/ranks/ranks.h"
#include "framework/run_folder/run_record.h"

namespace facet {

/// What has to be the same on every rank before they train together: versions, libraries, plugins,
/// threads, the config but for its files and folders, the data by their checksums, and what the
/// models begin with.
std::vector<RankFact> rank_facts(const Assembly& assembly, const RunRecord& record,
                                 const Registry& registry);

/// What the models, criterions and the optimizer hold, as a checksum.
RankFact state_fact(const Solver& solver);

}  // namespace facet
