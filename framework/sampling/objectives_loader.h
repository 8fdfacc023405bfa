#pragma once

#include <memory>
#include <vector>

#include "framework/sampling/loader.h"
#include "framework/sampling/sampler.h"

namespace facet {

/// The labels that a supervised objective predicts, row by row of all bins.
struct TargetRows {
  at::Tensor target;               ///< T x d of float32 or T of int64; undefined: contrastive
  std::vector<at::Tensor> others;  ///< what its criterion asks for beyond the target
};

/// Draws batches for the objectives of a run: bins by a Sampler, targets from labels. Immutable.
class ObjectivesLoader : public Loader {
 public:
  /// `signals` are the sessions' and `targets` one for each objective; all on the device of the
  /// run.
  ObjectivesLoader(std::vector<at::Tensor> signals, Sampler sampler,
                   std::vector<TargetRows> targets);

  std::int64_t num_steps() const override { return sampler_.options().steps; }
  std::int64_t batches_per_step() const override { return sampler_.options().batches_per_step; }
  SampleBatch batch(std::int64_t number) const override;

 private:
  std::vector<at::Tensor> signals_;
  Sampler sampler_;
  std::vector<TargetRows> targets_;
};

}  // namespace facet
