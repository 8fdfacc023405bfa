#pragma once

#include <functional>
#include <string>

#include "facet/export.h"
#include "framework/run_folder/output_file.h"
#include "framework/run_folder/run_folder.h"
#include "framework/run_folder/trained_run.h"

namespace facet {

/// Writes the encoder of a run for other programs into `folder`: model.safetensors, encoder.py,
/// which makes the encoder of torch.nn from it, and model.onnx; of a run with an encoder for each
/// session into a folder for each, by its name. Beside them embedding.csv, where the run has an
/// embedding. Atomic; a folder that has something in it is refused, or, where it is overwritten and
/// has nothing but an export, replaced. `note` is told of what is missing. Throws Error where a
/// model cannot be exported (see facet/layers.h), and then nothing of the folder has changed.
FACET_API void export_run(const TrainedRun& run, const RunFolder& run_folder,
                          const std::string& folder, ExistingFile existing, Registry& registry,
                          const std::function<void(const std::string&)>& note = {});

}  // namespace facet
