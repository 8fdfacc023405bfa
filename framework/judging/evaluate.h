#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "facet/export.h"
#include "framework/assembly/assembly.h"
#include "framework/config/run_config.h"
#include "framework/figures/figure.h"
#include "framework/registry/registry.h"
#include "framework/run/embed_recordings.h"
#include "framework/run_folder/run_folder.h"

namespace facet {

struct RunJudgement {
  /// - `objectives`: their held-out losses (see held_out_losses.h); none where nothing was held
  /// out;
  /// - `decoding`: every label from every facet (see decode_facets);
  /// - `baselines`, `PCA` or `untrained`: the same from something else than the embedding.
  Figures figures;
  std::string model;         ///< checksum of the run's model (see RunFolder); empty: in memory
  bool held_out = false;     ///< judged on held-out bins; otherwise on those that were trained on
  std::string without_data;  ///< why objectives and baselines are missing; empty: they are not
  /// Where the figures cannot be trusted or are not whole: one sentence for each reason.
  std::vector<std::string> warnings;
};

struct JudgingOptions {
  std::string session;  ///< of several sessions this one alone; empty: all together
  /// Decoders by cross-validation over this many blocks, two or more; 0: see below.
  std::int64_t folds = 0;
  Note note = {};     ///< is told what the signals are, a line for each recording
  bool test = false;  ///< on the test part in the place of validation (see split.h)
};

/// Judges a run: the losses of its objectives on held-out bins, and how well labels are decoded
/// from each facet of its embedding (see run_facets), beside two baselines of the same number of
/// dimensions: the principal components of the windowed signals, and the encoder with fresh
/// parameters.
///
/// Decoders are fitted on the training part and judged on the held-out part of the run, on all bins
/// where nothing was held out. With folds, on contiguous blocks of all bins, which the encoder may
/// have been trained on; bins whose windows reach into a block are not fitted on when it is judged.
/// Without the recording only decoding is done. Throws Error where the run's own files fail, for
/// folds that are not possible, and for a test part that there is not.
FACET_API RunJudgement evaluate_run(const RunFolder& folder, const RunConfig& config,
                                    Registry& registry, const JudgingOptions& options = {});

/// The same of a run that is still in memory, after its training: held-out losses, and decoding
/// from its embedding. No baselines. No file is read. Throws Error where nothing was assembled.
FACET_API RunJudgement judge(const Assembly& run, const Registry& registry);

/// Two tables, one below the other: objectives, and decoding with a column for each baseline.
FACET_API std::string to_table(const RunJudgement& judgement);
/// An object: held_out, the checksum of the model, then the figures.
FACET_API std::string to_json(const RunJudgement& judgement);

}  // namespace facet
