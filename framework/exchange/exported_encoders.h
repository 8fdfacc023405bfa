#pragma once

#include <functional>
#include <string>
#include <vector>

#include "framework/exchange/exported_encoder.h"
#include "framework/run_folder/run_folder.h"
#include "framework/run_folder/trained_run.h"

namespace facet {

/// The encoders of a run: one, or one for each session. `note` is told where the recording cannot
/// be read again, so that the neurons have numbers for names. Throws Error where a model does not
/// say its layers (see facet/layers.h), or says others than it has.
std::vector<ExportedEncoder> exported_encoders(const TrainedRun& run, const RunFolder& folder,
                                               Registry& registry,
                                               const std::function<void(const std::string&)>& note);

/// The layers of a model that is in eval mode, held against what it gives. Throws Error as above.
ExportedEncoder exported_model(Model& model, std::int64_t num_neurons);

}  // namespace facet
