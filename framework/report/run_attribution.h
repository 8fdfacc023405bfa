#pragma once

#include <string>
#include <vector>

#include "facet/npz.h"
#include "framework/config/run_config.h"
#include "framework/drawing/drawing.h"
#include "framework/figures/text_table.h"
#include "framework/run_folder/run_folder.h"

namespace facet {

/// What attribute_run wrote of the run's model.
struct RunAttribution {
  std::string session;  ///< of several sessions the one that it is of; empty: it is not said
  std::vector<NamedTensor> maps;  ///< outputs x neurons
};

/// Throws Error that names the file, and what to do, where there is none, or of another model.
RunAttribution read_attribution(const RunFolder& run);

/// One of its maps, with the session (see attribution_chart.h).
Drawing draw_map(const RunAttribution& attribution, const NamedTensor& map);

/// A row for each facet of the run with the ten neurons on which it depends most, the most first.
TableRows neuron_ranking(const NamedTensor& map, const RunConfig& config);

}  // namespace facet
