#include "framework/sampling/sampler.h"

#include <ATen/ops/tensor.h>

#include <algorithm>
#include <numeric>

#include "facet/error.h"
#include "framework/layout/session_layout.h"

namespace facet {

namespace {

/// The rows of `bins` in a random order.
at::Tensor shuffled(const at::Tensor& bins, Random& random) {
  std::vector<std::int64_t> order(static_cast<std::size_t>(bins.size(0)));
  std::iota(order.begin(), order.end(), 0);
  std::shuffle(order.begin(), order.end(), random);
  return bins.index_select(0, at::tensor(order, at::kLong));
}

}  // namespace

Sampler::Sampler(std::shared_ptr<const SessionLayout> layout,
                 std::shared_ptr<const ReferenceSource> shared,
                 std::vector<ObjectiveSource> objectives, Options options)
    : layout_(std::move(layout)),
      shared_(std::move(shared)),
      objectives_(std::move(objectives)),
      options_(std::move(options)) {
  require_valid<SamplingConfig>(options_);
  require_valid<RandomConfig>(options_);
  if (objectives_.empty()) throw Error("there is no objective to draw samples for");
}

at::Tensor Sampler::draw_negatives(const ReferenceSource& from, Random& random) const {
  const std::optional<std::int64_t> count =
      options_.num_negatives ? options_.num_negatives : options_.num_references();
  const at::Tensor bins = from.draw(count, random).bins;
  return count ? bins : shuffled(bins, random);
}

std::vector<ObjectiveBins> Sampler::draw(std::int64_t batch) const {
  const auto random = [&](const std::string& use) {
    return Random(static_cast<std::uint64_t>(options_.seed), options_.stream + "." + use,
                  static_cast<std::uint64_t>(batch));
  };
  const std::optional<std::int64_t> num_references = options_.num_references();
  const bool references_are_shared = options_.shares_references();
  const bool negatives_are_shared = options_.shares_negatives();
  Random shared_random = random("prior");
  DrawnBins shared_reference;
  at::Tensor shared_negative;
  if (references_are_shared) shared_reference = shared_->draw(num_references, shared_random);
  if (negatives_are_shared) shared_negative = draw_negatives(*shared_, shared_random);

  std::vector<ObjectiveBins> drawn;
  for (std::size_t i = 0; i < objectives_.size(); ++i) {
    const ObjectiveSource& objective = objectives_[i];
    Random own_random = random("prior" + std::to_string(i));
    const DrawnBins reference =
        references_are_shared ? shared_reference : objective.own->draw(num_references, own_random);
    ObjectiveBins bins{reference.bins, reference.labelled};
    if (!objective.distributions.empty()) {
      Random positive_random = random("positive" + std::to_string(i));
      bins.positive = layout_->positives(objective.distributions, bins.reference, positive_random);
      bins.negative =
          negatives_are_shared ? shared_negative : draw_negatives(*objective.own, own_random);
    }
    drawn.push_back(std::move(bins));
  }
  return drawn;
}

}  // namespace facet
