#pragma once

#include <vector>

#include "facet/npz.h"
#include "framework/config/run_config.h"
#include "framework/figures/text_table.h"
#include "framework/run_folder/run_folder.h"

namespace facet {

/// The maps (outputs x neurons) that attribute_run wrote of the run's model. Throws Error that
/// names the file, and what to do, where there are none, or of another model.
std::vector<NamedTensor> attribution_maps(const RunFolder& run);

/// A row for each facet of the run with the ten neurons on which it depends most, the most first.
TableRows neuron_ranking(const NamedTensor& map, const RunConfig& config);

}  // namespace facet
