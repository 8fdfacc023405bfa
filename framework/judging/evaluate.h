#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "framework/config/run_config.h"
#include "framework/metrics/decoding.h"
#include "framework/registry/registry.h"
#include "framework/run_folder/run_folder.h"

namespace facet {

/// An objective's loss on held-out bins.
struct ObjectiveFit {
  FeatureRange slice;
  std::string loss;            ///< name of the criterion
  double value = 0;            ///< mean over batches of the run's size
  std::optional<double> bits;  ///< goodness of fit, where the loss is an InfoNCE
};

struct RunEvaluation {
  std::vector<ObjectiveFit> objectives;     ///< empty where nothing was held out
  std::vector<DecodingScore> scores;        ///< every label from every facet
  std::vector<DecodingBaseline> baselines;  ///< `PCA` and `untrained`
  bool held_out = false;     ///< judged on held-out bins; otherwise on those that were trained on
  std::string without_data;  ///< why objectives and baselines are missing; empty: they are not
};

struct EvaluationOptions {
  std::string session;     ///< of several sessions this one alone; empty: all together
  std::int64_t folds = 0;  ///< decoders by cross-validation over this many blocks; 0: see below
};

/// Judges a run: the losses of its objectives on held-out bins, and how well labels are decoded
/// from each facet of its embedding (see run_facets), beside two baselines of the same number of
/// dimensions: the principal components of the windowed signals, and the encoder with fresh
/// parameters.
///
/// Decoders are fitted on the training part and judged on the held-out part of the run, on all bins
/// where nothing was held out. With folds, on contiguous blocks of all bins, which the encoder may
/// have been trained on; bins whose windows reach into a block are not fitted on when it is judged.
/// Without the recording only decoding is done. Throws Error where the run's own files fail.
RunEvaluation evaluate_run(const RunFolder& folder, const RunConfig& config, Registry& registry,
                           const EvaluationOptions& options = {});

/// Tables, one below the other.
std::string to_table(const RunEvaluation& evaluation);
/// An object: objectives, decoding (with its baselines) and held_out.
std::string to_json(const RunEvaluation& evaluation);

}  // namespace facet
