#include "framework/sampling/sampler.h"

#include <ATen/ops/stack.h>
#include <ATen/ops/tensor.h>

#include <algorithm>
#include <numeric>

#include "facet/error.h"
#include "facet/warning.h"

namespace facet {

namespace {

/// The rows of `bins` in a random order.
at::Tensor shuffled(const at::Tensor& bins, Random& random) {
  std::vector<std::int64_t> order(static_cast<std::size_t>(bins.size(0)));
  std::iota(order.begin(), order.end(), 0);
  std::shuffle(order.begin(), order.end(), random);
  return bins.index_select(0, at::tensor(order, at::kLong));
}

at::Tensor sample(const Distribution& distribution, const at::Tensor& references, Random& random) {
  const at::Tensor list = references.contiguous();
  const std::span<const std::int64_t> bins(list.data_ptr<std::int64_t>(),
                                           static_cast<std::size_t>(list.numel()));
  return at::tensor(distribution.sample(bins, random), at::kLong);
}

bool same(const std::optional<ComponentChoice>& a, const std::optional<ComponentChoice>& b) {
  return a.has_value() == b.has_value() && (!a || (a->name == b->name && a->options == b->options));
}

}  // namespace

Sampler::Sampler(Registry& registry, SamplingSpace space, Options options)
    : registry_(registry),
      space_(std::move(space)),
      options_(std::move(options)),
      references_(space_.bins) {}

void Sampler::add_distribution(const ComponentChoice& distribution, const std::string& key) {
  Objective objective;
  std::vector<Segment> references;
  const auto add_over = [&](const Bins& bins) {
    SamplingSpace space = space_;
    space.bins = bins;
    const auto added = registry_.create<Distribution>(distribution, space, key);
    const std::vector<Segment>& own = added->references().segments();
    references.insert(references.end(), own.begin(), own.end());
    objective.default_prior = added->default_prior();
    objective.distributions.push_back(added);
  };
  if (options_.unified.empty())
    add_over(space_.bins);
  else
    for (const std::int64_t session : space_.bins.sessions())
      add_over(space_.bins.of_session(session));
  objective.references = Bins(std::move(references));
  references_ = references_.intersect(objective.references);
  objectives_.push_back(std::move(objective));
}

void Sampler::add_references() {
  Objective objective;
  objective.references = space_.bins;
  objectives_.push_back(std::move(objective));
}

bool Sampler::shares_references() const {
  return options_.sampling == SamplingMode::refneg_shared ||
         options_.sampling == SamplingMode::ref_shared;
}

bool Sampler::shares_negatives() const {
  return options_.sampling == SamplingMode::refneg_shared ||
         options_.sampling == SamplingMode::neg_shared;
}

void Sampler::finalize() {
  if (objectives_.empty()) throw Error("there is no objective to draw samples for");
  if (shares_references() || shares_negatives()) {
    const std::vector<std::int64_t> sessions = space_.bins.sessions();
    for (const std::int64_t session : sessions) {
      if (!references_.of_session(session).empty()) continue;
      const std::string of = sessions.size() > 1 ? " of session " + std::to_string(session) : "";
      throw Error(
          "no bin" + of +
          " can be a reference of all objectives: their distributions leave none in common");
    }
    shared_ = source(references_, common_default_prior());
  }
  if (shares_references() && shares_negatives()) return;
  for (Objective& objective : objectives_)
    objective.own = source(objective.references, objective.default_prior);
}

ReferenceSource Sampler::source(const Bins& bins,
                                const std::optional<ComponentChoice>& default_prior) {
  SamplingSpace space = space_;
  space.bins = bins;
  const ComponentChoice any{"empirical"};
  return ReferenceSource(registry_, options_.prior.value_or(default_prior.value_or(any)), space,
                         options_.unified);
}

/// What all contrastive objectives ask for; a warning where some ask in vain.
std::optional<ComponentChoice> Sampler::common_default_prior() const {
  std::vector<std::optional<ComponentChoice>> asked;
  for (const Objective& objective : objectives_)
    if (!objective.distributions.empty()) asked.push_back(objective.default_prior);
  if (asked.empty()) return std::nullopt;
  if (std::all_of(asked.begin(), asked.end(),
                  [&](const auto& other) { return same(asked.front(), other); }))
    return asked.front();
  if (!options_.prior)
    warn(
        "the distributions of the objectives ask for different priors, and share what is drawn: "
        "every bin is equally likely; set training.prior or training.sampling");
  return std::nullopt;
}

at::Tensor Sampler::draw_negatives(const ReferenceSource& from, Random& random) const {
  const std::optional<std::int64_t> count =
      options_.num_negatives ? options_.num_negatives : options_.batch_size;
  const at::Tensor bins = from.draw(count, random).bins;
  return count ? bins : shuffled(bins, random);
}

at::Tensor Sampler::draw_positives(const Objective& objective, const at::Tensor& reference,
                                   Random& random) const {
  if (options_.unified.empty()) return sample(*objective.distributions[0], reference, random);
  std::vector<at::Tensor> columns;
  for (std::size_t s = 0; s < objective.distributions.size(); ++s)
    columns.push_back(sample(*objective.distributions[s],
                             reference.select(1, static_cast<std::int64_t>(s)), random));
  return at::stack(columns, 1);
}

std::vector<ObjectiveBins> Sampler::draw(std::int64_t step) const {
  const auto random = [&](const std::string& use) {
    return Random(options_.seed, options_.stream + "." + use, static_cast<std::uint64_t>(step));
  };
  Random shared_random = random("prior");
  DrawnBins shared_reference;
  at::Tensor shared_negative;
  if (shares_references()) shared_reference = shared_->draw(options_.batch_size, shared_random);
  if (shares_negatives()) shared_negative = draw_negatives(*shared_, shared_random);

  std::vector<ObjectiveBins> drawn;
  for (std::size_t i = 0; i < objectives_.size(); ++i) {
    const Objective& objective = objectives_[i];
    Random own_random = random("prior" + std::to_string(i));
    const DrawnBins reference = shares_references()
                                    ? shared_reference
                                    : objective.own->draw(options_.batch_size, own_random);
    ObjectiveBins bins{reference.bins, reference.labelled};
    if (!objective.distributions.empty()) {
      Random positive_random = random("positive" + std::to_string(i));
      bins.positive = draw_positives(objective, bins.reference, positive_random);
      bins.negative =
          shares_negatives() ? shared_negative : draw_negatives(*objective.own, own_random);
    }
    drawn.push_back(std::move(bins));
  }
  return drawn;
}

}  // namespace facet
