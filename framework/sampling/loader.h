#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "framework/data/sessions.h"
#include "framework/sampling/sampler.h"
#include "framework/sampling/samples.h"

namespace facet {

/// Where batches come from. Batches are functions of the step alone, so they can be drawn ahead of
/// time, in parallel and again.
class Loader {
 public:
  virtual ~Loader() = default;
  virtual std::int64_t num_steps() const = 0;
  /// Safe to call from several threads at once.
  virtual SampleBatch batch(std::int64_t step) const = 0;
};

/// What may be drawn from `segments` of the recordings: the bins in which a window fits. Throws
/// Error when there is none.
SamplingSpace sampling_space(const Sessions& sessions, std::vector<Segment> segments,
                             const Offset& offset);

/// Draws from segments of the recordings, for several objectives: bins by a Sampler,
/// targets from labels.
///
/// Set up in one thread (add_..., then finalize), immutable afterwards.
class MultiobjectiveLoader : public Loader {
 public:
  struct Options : Sampler::Options {
    std::int64_t num_steps = 10000;
  };

  /// `sessions` are shared. `segments` are what may be drawn from: the training or the held-out
  /// part. `signals` are the sessions' on the device of the run.
  MultiobjectiveLoader(Registry& registry, std::shared_ptr<const Sessions> sessions,
                       std::vector<Segment> segments, const Offset& offset,
                       std::vector<at::Tensor> signals, Options options);
  /// From a single recording.
  MultiobjectiveLoader(Registry& registry, std::shared_ptr<const Recording> recording,
                       std::vector<Segment> segments, const Offset& offset, at::Tensor signals,
                       Options options);

  /// Adds a contrastive objective. Throws OptionsError or Error where it cannot be.
  void add_distribution(const ComponentChoice& distribution, const std::string& key = "");
  /// Adds a supervised objective, with the labels that its criterion asks for beyond the target.
  void add_target(const LabelChoice& target, const std::vector<LabelChoice>& others = {});
  /// Settles from which bins references are drawn. Throws Error when no bin is left.
  void finalize();

  std::int64_t num_steps() const override { return num_steps_; }
  SampleBatch batch(std::int64_t step) const override;
  Registry& registry() const { return registry_; }
  /// Of a target; throws Error where there is no such label.
  LabelKind label_kind(const LabelChoice& choice) const;
  /// The bins that can be references of all objectives.
  const Bins& references() const { return sampler_.references(); }

 private:
  struct Target {
    at::Tensor rows;  // of a supervised objective, T x d or T; undefined for a contrastive one
    std::vector<at::Tensor> others;
  };

  at::Tensor label_rows(const LabelChoice& choice) const;

  Registry& registry_;
  std::shared_ptr<const Sessions> sessions_;
  std::vector<at::Tensor> signals_;
  std::int64_t num_steps_;
  Sampler sampler_;
  std::vector<Target> targets_;  // one an objective
};

}  // namespace facet
