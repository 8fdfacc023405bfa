#include <ATen/TensorOperators.h>
#include <ATen/ops/zeros.h>

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "facet/distribution.h"
#include "facet/error.h"
#include "facet/plugin.h"

namespace {

/// Positives at the same time of another trial, as bins are matched in the histogram around a
/// stimulus (PSTH): what trials have in common comes to lie together, what is special to one does
/// not. In a config, which names the trials, too:
///
///     distribution = { name = "lab/trial_time", condition = "target", jitter = 2 }
///
/// The positive of a bin t that lies p bins after the begin of its trial is drawn in two steps:
///
///     trial     another one of the same condition that is longer than p - jitter, each as likely
///     positive  one of its bins p - jitter ... p + jitter after its begin, each as likely
///
/// A trial is a segment of the recording, which borders cut ([data] trials, select, epochs). Of
/// several sessions the positive is in the one that is dealt out. Where that has no other trial of
/// the condition than the one of t, it is there, and is not t. References are the bins that have a
/// positive in every session.
class TrialTime : public facet::Distribution {
 public:
  struct Options {
    facet::LabelChoice condition;
    std::int64_t jitter = 2;

    static void describe(facet::OptionsDescription<Options>& options) {
      options.add(
          "condition", &Options::condition,
          "a discrete label, the same in all of a trial: matched are trials that have it in "
          "common; empty: all trials");
      options.add("jitter", &Options::jitter, "by how many bins the times may differ")
          .at_least(0)
          .at_most(1000);
    }
  };
  static inline const facet::Documentation documentation = {
      .formula =
          "positive uniform in p - jitter ... p + jitter of another trial of the condition, p "
          "being the time of the reference in its own trial",
      .units = "jitter in bins",
      .source =
          "Gerstein, Kiang: An approach to the quantitative analysis of electrophysiological "
          "data from single neurons (1960)"};

  TrialTime(const Options& options, const facet::SamplingSpace& space)
      : jitter_(options.jitter),
        bins_(space.bins),
        conditions_(options.condition.empty() ? at::zeros(space.labels.num_bins(), at::kLong)
                                              : space.labels.discrete(options.condition)) {
    for (const facet::Segment& trial : bins_.segments()) {
      const at::Tensor own = conditions_.narrow(0, trial.begin, trial.size());
      if (!(own == own[0]).all().item<bool>())
        throw facet::Error("condition '" + options.condition.terms.front().name +
                           "' changes between bins " + std::to_string(trial.begin) + " and " +
                           std::to_string(trial.end - 1) + ", which are of one trial");
      trials_[{trial.session, condition_of(trial)}].push_back(trial);
    }
    std::vector<facet::Segment> matched;
    for (const facet::Segment& own : bins_.segments()) {
      std::int64_t end = own.end;
      for (const std::int64_t session : bins_.sessions())
        end = std::min(end, own.begin + matched_bins(own, session));
      matched.push_back({own.begin, end, own.session});
    }
    references_ = facet::Bins(matched);
    if (references_.empty())
      throw facet::Error(
          "no trial has another of its condition: are the trials named ([data] trials)?");
  }

  const facet::Bins& references() const override { return references_; }

  std::vector<std::int64_t> sample(std::span<const std::int64_t> references,
                                   facet::Random& random) const override {
    const auto sessions = facet::deal_out_sessions(bins_, references, random);
    std::vector<std::int64_t> positives;
    positives.reserve(references.size());
    for (std::size_t i = 0; i < references.size(); ++i)
      positives.push_back(positive(references[i], sessions[i], random));
    return positives;
  }

 private:
  using Trials = std::vector<facet::Segment>;

  std::int64_t condition_of(const facet::Segment& trial) const {
    return conditions_[trial.begin].item<std::int64_t>();
  }

  /// In which trials of a session those of `own` have their positives.
  Trials trials_for(const facet::Segment& own, std::int64_t session) const {
    const auto found = trials_.find({session, condition_of(own)});
    Trials trials = found == trials_.end() ? Trials() : found->second;
    if (trials.size() > 1) std::erase(trials, own);
    return trials;
  }

  /// How many bins of a trial, from its begin, have a positive in the session.
  std::int64_t matched_bins(const facet::Segment& own, std::int64_t session) const {
    std::int64_t matched = 0;
    for (const facet::Segment& trial : trials_for(own, session)) {
      const bool has_others = trial != own || (own.size() > 1 && jitter_ > 0);
      if (has_others) matched = std::max(matched, trial.size() + jitter_);
    }
    return matched;
  }

  /// Bins in which a full window fits begin as long after the begin of each trial, so times are
  /// counted from there.
  std::int64_t positive(std::int64_t reference, std::int64_t session, facet::Random& random) const {
    const facet::Segment& own = *bins_.segment_of(reference);
    const std::int64_t time = reference - own.begin;
    Trials trials = trials_for(own, session);
    std::erase_if(trials, [&](const facet::Segment& one) { return one.size() <= time - jitter_; });
    const auto drawn = random.below(static_cast<std::int64_t>(trials.size()));
    const facet::Segment& trial = trials[static_cast<std::size_t>(drawn)];

    const std::int64_t first = std::max(trial.begin + time - jitter_, trial.begin),
                       last = std::min(trial.begin + time + jitter_, trial.end - 1);
    if (trial != own) return first + random.below(last - first + 1);
    const std::int64_t other = first + random.below(last - first);
    return other < reference ? other : other + 1;
  }

  std::int64_t jitter_;
  facet::Bins bins_, references_;
  at::Tensor conditions_;                                           // T int64
  std::map<std::pair<std::int64_t, std::int64_t>, Trials> trials_;  // by session and condition
};

}  // namespace

FACET_PLUGIN(registrar) {
  registrar.add<TrialTime>("trial_time", "positives at the same time of another trial");
}
