#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "facet/options.h"

namespace facet {

/// The keys of `[training]` that say what is drawn.
struct SamplingConfig {
  std::int64_t steps = 10000;
  IntegerOrWord batch_size = 512;
  std::optional<std::int64_t> num_negatives = {};
  std::int64_t batches_per_step = 1;
  std::string sampling = "refneg_shared";
  std::optional<ComponentChoice> prior = {};

  /// Of each session in a batch; nothing: all bins.
  std::optional<std::int64_t> num_references() const {
    const auto* number = std::get_if<std::int64_t>(&batch_size);
    return number ? std::optional(*number) : std::nullopt;
  }
  bool shares_references() const { return sampling == "refneg_shared" || sampling == "ref_shared"; }
  bool shares_negatives() const { return sampling == "refneg_shared" || sampling == "neg_shared"; }

  static void describe(auto& options) {
    options.add("steps", &SamplingConfig::steps, "number of updates")
        .at_least(1)
        .at_most(1e9)
        .may_change();
    options
        .add("batch_size", &SamplingConfig::batch_size,
             "references per step (of each session); 'full': all bins, each once")
        .at_least(1)
        .at_most(1e7)
        .or_word("full");
    options
        .add("num_negatives", &SamplingConfig::num_negatives,
             "negatives per step (of each session); otherwise as many as references, with a full "
             "batch a permutation of all bins")
        .at_least(1)
        .at_most(1e7);
    options
        .add("batches_per_step", &SamplingConfig::batches_per_step,
             "batches whose gradients are averaged for an update")
        .at_least(1)
        .at_most(1e4);
    options
        .add("sampling", &SamplingConfig::sampling,
             "what the objectives share: references and negatives, drawn from bins that are valid "
             "for all of them, or each draws its own")
        .one_of({"refneg_shared", "ref_shared", "neg_shared", "independent"});
    options
        .add("prior", &SamplingConfig::prior,
             "how references and negatives are drawn; otherwise as the distributions ask, usually "
             "every bin equally likely")
        .of_kind("prior");
  }
};

}  // namespace facet
