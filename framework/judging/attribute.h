#pragma once

#include <string>
#include <vector>

#include "facet/export.h"
#include "framework/attribution/attribution_maps.h"
#include "framework/figures/figure.h"
#include "framework/registry/registry.h"
#include "framework/run/embed_recordings.h"
#include "framework/run_folder/run_folder.h"

namespace facet {

/// What is asked of a run's encoder.
struct AttributionRequest {
  std::vector<ComponentChoice> methods = {
      ComponentChoice{}};    ///< each a component; the default one
  std::string session;       ///< of several sessions this one; empty where there is one
  std::string ground_truth;  ///< an array of the recording's files; empty: none
  AttributionOptions options = {};
  bool every_bin = false;  ///< keep the maps of every bin, too
  Note note = {};          ///< is told what the signals are, and of which session
};

/// Computes attribution maps of a run's encoder, as it was trained (renormalized where the run is),
/// on all bins of its recording that have a full window, and writes `attribution.npz` into its
/// folder (see run_arrays.h):
///
/// - `model_checksum`: which model they are of (see RunFolder);
/// - `session`: of several sessions, the name of the one that they are of, as bytes;
/// - `<map>`: outputs x neurons float64, the mean over the bins of the map's absolute values;
/// - with every_bin `bins` (int64) and `<map>.bins`: bins x outputs x neurons float32, signed.
///
/// Works on the device that the run's config names. Returns what every map says of every facet of
/// the run (see attribute_facets and run_facets). Throws OptionsError or Error.
FACET_API Figures attribute_run(const RunFolder& folder, const AttributionRequest& request,
                                Registry& registry);

}  // namespace facet
