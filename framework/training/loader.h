#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "facet/distribution.h"
#include "facet/recording.h"
#include "framework/registry/registry.h"
#include "framework/training/samples.h"

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

/// Draws from segments of one recording, for several objectives: references and negatives from a
/// prior over the bins that are valid for all objectives, positives from each objective's own
/// distribution, targets from labels.
///
/// Set up in one thread (add_..., then finalize), immutable afterwards.
class MultiobjectiveLoader : public Loader {
 public:
  struct Options {
    std::int64_t num_steps = 10000;
    std::int64_t batch_size = 512;
    std::uint64_t seed = 0;
    std::string stream = "training";  ///< keeps its random numbers apart from other loaders'
    ComponentChoice prior{"empirical"};
  };

  /// `recording` is shared. `segments` are what may be drawn from: the training or the held-out
  /// part. `signals` is the recording's on the device of the run.
  MultiobjectiveLoader(Registry& registry, std::shared_ptr<const Recording> recording,
                       std::vector<Segment> segments, const Offset& offset, at::Tensor signals,
                       Options options);

  /// Adds a contrastive objective. Throws OptionsError or Error where it cannot be.
  void add_distribution(const ComponentChoice& distribution, const std::string& key = "");
  /// Adds a supervised objective, with the labels that its criterion asks for beyond the target.
  void add_target(const LabelChoice& target, const std::vector<LabelChoice>& others = {});
  /// Settles from which bins references are drawn. Throws Error when no bin is left.
  void finalize();

  std::int64_t num_steps() const override { return options_.num_steps; }
  SampleBatch batch(std::int64_t step) const override;
  Registry& registry() const { return registry_; }
  /// Of a target; throws Error where there is no such label.
  LabelKind label_kind(const LabelChoice& choice) const;
  const Bins& references() const { return references_; }

 private:
  struct Source {
    std::shared_ptr<Distribution> distribution;  // of a contrastive objective
    at::Tensor target;                           // rows of labels of a supervised one, T x d or T
    std::vector<at::Tensor> others;
  };

  at::Tensor label_rows(const LabelChoice& choice) const;

  Registry& registry_;
  std::shared_ptr<const Recording> recording_;
  SamplingSpace space_;
  at::Tensor signals_;
  Options options_;
  std::vector<Source> sources_;
  Bins references_;
  std::shared_ptr<Prior> prior_;
};

}  // namespace facet
