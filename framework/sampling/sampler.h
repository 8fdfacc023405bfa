#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "facet/distribution.h"
#include "framework/registry/registry.h"
#include "framework/sampling/reference_source.h"
#include "framework/sampling/sampling_mode.h"

namespace facet {

/// The bins that one step draws for one objective: int64 on the CPU, numbered over all sessions.
/// Of several sessions each list holds as many; positives are in the order of the references, and
/// may be of another session. Unified: a row has a bin of each session.
struct ObjectiveBins {
  at::Tensor reference;      ///< sessions B (session after session); unified: B x sessions
  at::Tensor labelled;       ///< the bins whose labels are the targets of the references
  at::Tensor positive = {};  ///< as reference; undefined for a supervised objective
  at::Tensor negative = {};  ///< sessions M; unified: M x sessions; undefined likewise
};

/// Draws bins for several objectives. A step's bins are a function of the step alone.
///
/// Set up in one thread (add..., then finalize), immutable afterwards.
class Sampler {
 public:
  struct Options {
    std::optional<std::int64_t> batch_size = 512;    ///< references a session; nothing: all
    std::optional<std::int64_t> num_negatives = {};  ///< a session; nothing: as many
    SamplingMode sampling = SamplingMode::refneg_shared;
    std::optional<ComponentChoice> prior = {};  ///< nothing: what the distributions ask for
    LabelChoice unified = {};  ///< aligns sessions that are seen side by side; empty: they are not
    std::uint64_t seed = 0;
    std::string stream = "training";  ///< keeps its random numbers apart from other samplers'
  };

  /// From the space's `bins`, of which there must be some.
  Sampler(Registry& registry, SamplingSpace space, Options options);

  /// Adds a contrastive objective. Throws OptionsError or Error where it cannot be.
  void add_distribution(const ComponentChoice& distribution, const std::string& key = "");
  /// Adds a supervised objective: it has references alone.
  void add_references();
  /// Settles from which bins what is drawn. Throws Error when no bin is left.
  void finalize();

  std::vector<ObjectiveBins> draw(std::int64_t step) const;
  /// The bins that can be references of all objectives.
  const Bins& references() const { return references_; }

 private:
  struct Objective {
    std::vector<std::shared_ptr<Distribution>> distributions;  // one; unified: one a session
    Bins references;
    std::optional<ComponentChoice> default_prior;
    std::optional<ReferenceSource> own;  // where it does not share everything
  };

  bool shares_references() const;
  bool shares_negatives() const;
  ReferenceSource source(const Bins& bins, const std::optional<ComponentChoice>& default_prior);
  std::optional<ComponentChoice> common_default_prior() const;
  at::Tensor draw_negatives(const ReferenceSource& source, Random& random) const;
  at::Tensor draw_positives(const Objective& objective, const at::Tensor& reference,
                            Random& random) const;

  Registry& registry_;
  SamplingSpace space_;
  Options options_;
  std::vector<Objective> objectives_;
  Bins references_;
  std::optional<ReferenceSource> shared_;
};

}  // namespace facet
