#include "framework/objectives/create_sampler.h"

#include <algorithm>
#include <optional>

#include "facet/error.h"
#include "framework/data/sessions.h"
#include "framework/layout/session_layout.h"

namespace facet {

namespace {

using PriorChoice = std::optional<ComponentChoice>;

bool same(const PriorChoice& a, const PriorChoice& b) {
  return a.has_value() == b.has_value() && (!a || (a->name == b->name && a->options == b->options));
}

PriorChoice default_prior(const Pairs& pairs) {
  return pairs.distributions.empty() ? std::nullopt : pairs.distributions.back()->default_prior();
}

/// What each contrastive objective asks for.
std::vector<PriorChoice> asked_priors(const std::vector<Pairs>& objectives) {
  std::vector<PriorChoice> asked;
  for (const Pairs& pairs : objectives)
    if (!pairs.distributions.empty()) asked.push_back(default_prior(pairs));
  return asked;
}

bool agree(const std::vector<PriorChoice>& asked) {
  return std::all_of(asked.begin(), asked.end(),
                     [&](const auto& other) { return same(asked.front(), other); });
}

PriorChoice common_prior(const std::vector<Pairs>& objectives) {
  const std::vector<PriorChoice> asked = asked_priors(objectives);
  return !asked.empty() && agree(asked) ? asked.front() : std::nullopt;
}

bool shares_anything(const SamplingConfig& config) {
  return config.shares_references() || config.shares_negatives();
}

bool shares_everything(const SamplingConfig& config) {
  return config.shares_references() && config.shares_negatives();
}

Bins references_of(const SampledData& data, const Pairs& pairs) {
  if (pairs.distributions.empty()) return data.space.bins;
  std::vector<Segment> segments;
  for (const auto& distribution : pairs.distributions) {
    const std::vector<Segment>& own = distribution->references().segments();
    segments.insert(segments.end(), own.begin(), own.end());
  }
  return Bins(std::move(segments));
}

void require_some_of_each_session(const Bins& references, const SampledData& data) {
  const std::vector<std::int64_t> sessions = data.space.bins.sessions();
  for (const std::int64_t session : sessions) {
    if (!references.of_session(session).empty()) continue;
    const std::string of = sessions.size() > 1 ? " of session " + std::to_string(session) : "";
    throw Error("no bin" + of +
                " can be a reference of all objectives: their distributions leave none in common");
  }
}

}  // namespace

Bins common_references(const SampledData& data, const std::vector<Pairs>& objectives) {
  Bins common = data.space.bins;
  for (const Pairs& pairs : objectives)
    if (!pairs.distributions.empty()) common = common.intersect(references_of(data, pairs));
  return common;
}

Sampler create_sampler(Registry& registry, const SampledData& data,
                       const std::vector<Pairs>& objectives, const Sampler::Options& options) {
  const auto source = [&](const Bins& bins, const PriorChoice& asked) {
    SamplingSpace space = data.space;
    space.bins = bins;
    const ComponentChoice any;  // the default of its kind
    const ComponentChoice choice = options.prior.value_or(asked.value_or(any));
    return data.layout->source(space, [&](const SamplingSpace& own) {
      return registry.create<Prior>(choice, own, "prior");
    });
  };
  std::shared_ptr<const ReferenceSource> shared;
  if (shares_anything(options) && !objectives.empty()) {
    const Bins references = common_references(data, objectives);
    require_some_of_each_session(references, data);
    shared = source(references, common_prior(objectives));
  }
  std::vector<ObjectiveSource> sources;
  for (const Pairs& pairs : objectives) {
    sources.push_back({pairs.distributions, nullptr});
    if (!shares_everything(options))
      sources.back().own = source(references_of(data, pairs), default_prior(pairs));
  }
  return Sampler(data.layout, shared, std::move(sources), options);
}

std::vector<std::string> check_priors(const std::vector<Pairs>& objectives,
                                      const Sampler::Options& options) {
  const std::vector<PriorChoice> asked = asked_priors(objectives);
  if (options.prior || !shares_anything(options) || asked.empty() || agree(asked)) return {};
  return {
      "the distributions of the objectives ask for different priors, and share what is drawn: "
      "every bin is equally likely; set training.prior or training.sampling"};
}

std::vector<std::string> check_batch_size(const SampledData& data,
                                          const std::vector<Pairs>& objectives,
                                          const Sampler::Options& options, Problems& problems) {
  constexpr std::int64_t most_of_each = 100;
  std::vector<std::string> warnings;
  const Bins references = common_references(data, objectives);
  const std::int64_t drawn = options.num_references().value_or(0);
  for (const std::int64_t session : references.sessions()) {
    const std::int64_t available = references.of_session(session).size();
    const auto require_possible = [&](const char* key, const char* what, std::int64_t number) {
      if (number > most_of_each * available)
        problems.add({}, key,
                     "draws " + std::to_string(number) + what + std::to_string(available) +
                         " bins of " + (*data.sessions)[session].name +
                         " that can be one: at most " + std::to_string(most_of_each * available) +
                         " can be drawn");
    };
    require_possible("training.batch_size", " references for each step from the ", drawn);
    require_possible("training.num_negatives", " negatives for each step from the ",
                     options.num_negatives.value_or(0));
    if (drawn > available)
      warnings.push_back("training.batch_size draws " + std::to_string(drawn) +
                         " references for each step from the " + std::to_string(available) +
                         " bins of " + (*data.sessions)[session].name +
                         " that can be one: the same come several times in a batch; make it "
                         "smaller, or 'full'");
  }
  return warnings;
}

}  // namespace facet
