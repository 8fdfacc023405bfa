#pragma once

#include <memory>
#include <string>
#include <vector>

#include "facet/choices.h"
#include "facet/export.h"
#include "framework/objectives/sampled_data.h"
#include "framework/registry/registry.h"
#include "framework/sampling/loader.h"
#include "framework/sampling/sampler_options.h"

namespace facet {

class ObjectivesLoader;
struct Pairs;

/// CEBRA's way to a loader: objectives are added one after the other, by the names of their
/// components (see MultiObjectiveConfig), then it is finalized.
///
/// Set up in one thread, immutable afterwards.
class FACET_API MultiobjectiveLoader : public Loader {
 public:
  using Options = SamplerOptions;

  /// From `segments` of a recording. `signals` are the recording's on the device of the run.
  MultiobjectiveLoader(Registry& registry, std::shared_ptr<const Recording> recording,
                       std::vector<Segment> segments, const Offset& offset, at::Tensor signals,
                       Options options);
  ~MultiobjectiveLoader() override;

  /// Adds a contrastive objective. Throws OptionsError or Error where it cannot be.
  void add_distribution(const ComponentChoice& distribution, const std::string& key = "");
  /// Adds a supervised objective, with the labels that its criterion asks for beyond the target.
  void add_target(const LabelChoice& target, const std::vector<LabelChoice>& others = {});
  /// Settles from which bins references are drawn. Throws Error when no bin is left.
  void finalize();

  /// After finalize.
  std::int64_t num_steps() const override { return options_.steps; }
  std::int64_t batches_per_step() const override { return options_.batches_per_step; }
  SampleBatch batch(std::int64_t number) const override;

  Registry& registry() const { return registry_; }
  const SampledData& data() const { return data_; }
  /// The bins that can be references of all objectives.
  Bins references() const;

 private:
  friend class MultiObjectiveConfig;
  void add(Pairs pairs);

  Registry& registry_;
  SampledData data_;
  Options options_;
  std::vector<Pairs> objectives_;
  std::unique_ptr<ObjectivesLoader> loader_;
};

}  // namespace facet
