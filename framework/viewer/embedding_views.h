#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "framework/config/run_config.h"
#include "framework/run_folder/run_folder.h"

namespace facet {

/// A run whose embedding is shown.
struct ViewedRun {
  RunFolder folder;
  RunConfig config;
  std::string name;  ///< empty: it is the only one
};

/// All that the page (see page.h) shows of the runs' embeddings, as an object of JSON:
///
/// - `colours`: `ramp` of numbers, `circle` of angles, `classes`, each a list of `#rrggbb`, and
/// that
///   of what is `missing`;
/// - `recordings`: of each recording its bins (see bin_labels.h); runs on the same bins share one;
/// - `runs`: `name`, `recording` (its number), `columns` of the embedding (see packed_column.h),
/// and
///   `facets` (see run_facets.h): `name`, `objectives` that shape it, `columns` by their numbers
///   and how they are seen (see facet_axes.h). Facets of runs on one recording are rotated onto
///   those of the first of these.
///
/// Throws Error that names the run whose files fail.
nlohmann::json embedding_views(const std::vector<ViewedRun>& runs);

}  // namespace facet
