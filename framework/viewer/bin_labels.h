#pragma once

#include <nlohmann/json.hpp>

#include "framework/config/run_config.h"
#include "framework/run_folder/split_embedding.h"

namespace facet {

/// The bins of a run's recording, as an object of JSON: `size`, how many; `starts`, the first bin
/// of each segment; `labels`, each with `name`, a packed column (see packed_column.h) and, of a
/// discrete label, `classes`, the text of each. Of a label of several columns each is one. After
/// the labels: `session`, where there are several; `part`, whether a bin was trained on or held
/// out, where some were; and `segment`, where there are several.
nlohmann::json bin_labels(const SplitEmbedding& run, const RunConfig& config);

}  // namespace facet
