#pragma once

#include <functional>
#include <vector>

#include "facet/attribution.h"
#include "facet/export.h"
#include "facet/options.h"
#include "facet/recording.h"
#include "facet/stateful.h"

namespace facet {

/// The maps of a method on given windows, each B x outputs x N on the CPU, named by
/// map = method.map_name():
///
/// - `map`: the mean over the window's bins; `map-convabs`: the mean of the absolute values over
///   them (equal to `map` where the window has one bin);
/// - of a Jacobian also `-inv-lsq` and `-inv-svd` of both (float64): see pseudo_inverse.h.
///
/// The model must be in eval mode. windows: B x N x T on its device.
FACET_API std::vector<NamedTensor> attribution_maps(const Attribution& method, Model& model,
                                                    const at::Tensor& windows, Random& random);

/// Which windows are looked at, and how many at once.
struct FACET_API AttributionOptions {
  std::int64_t num_samples = 0;  ///< this many bins, drawn without replacement; 0: all
  std::int64_t batch_size = 512;
  std::int64_t seed = 0;  ///< of the bins that are drawn, and of random methods

  static void describe(OptionsDescription<AttributionOptions>& options);
};

/// What a method says of a model on a recording.
struct AttributionResult {
  std::vector<NamedTensor> maps;   ///< outputs x N float64: mean over the bins of absolute maps
  std::vector<std::int64_t> bins;  ///< the bins whose windows were looked at, ascending
};

/// Called with every batch's bins (int64) and its maps, one row per bin.
using AttributionBatch =
    std::function<void(const at::Tensor& bins, const std::vector<NamedTensor>& maps)>;

/// Averages the absolute maps over the bins whose windows fit into the recording's segments. The
/// model is put into eval mode and back; work is done on its device. Throws Error for segments
/// that are not ascending, disjoint and within the signals, and where no window fits or fewer than
/// `num_samples`.
FACET_API AttributionResult attribute(const Attribution& method, Model& model,
                                      const Recording& recording, const AttributionOptions& options,
                                      const AttributionBatch& each_batch = {});

}  // namespace facet
