#pragma once

#include "facet/export.h"
#include "framework/figures/figure.h"
#include "framework/run_folder/run_folder.h"

namespace facet {

/// Writes metrics.json of a run that has ended, its last file: that it is there says that the run
/// is complete. One flat object for other programs, each number at one name: `steps`, the last row
/// of history.csv (`total`, `objective0.loss`) and of validation.csv (`validation.total`), and
/// `figures` at their paths (`decoding 0:4 position knn r2`). What is not finite is null.
FACET_API void write_metrics(const RunFolder& folder, const Figures& figures = {});

/// The same of any folder.
FACET_API void write_flat_figures(const std::string& path, const Figures& figures);

/// The file read again: a path of one name for each; null is not a number. Throws Error that names
/// the file where it is no such object.
FACET_API Figures read_flat_figures(const std::string& path);

}  // namespace facet
