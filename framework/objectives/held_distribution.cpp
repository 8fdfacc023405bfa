#include "framework/objectives/held_distribution.h"

#include <string>
#include <utility>

#include "framework/calls/call.h"
#include "framework/calls/drawn_bins.h"

namespace facet {

namespace {

class HeldDistribution : public Distribution {
 public:
  HeldDistribution(std::shared_ptr<const Distribution> held, const SamplingSpace& space)
      : held_(std::move(held)), space_(space.bins), labels_(unwritten(space.labels)) {
    set_origin(held_->origin());
    references_ = call(*held_, "in references()", [&] {
      const Bins references = held_->references();
      const std::int64_t stray = references.size() - references.intersect(space_).size();
      if (stray > 0)
        throw BrokenPromise(std::to_string(stray) + " of its " + std::to_string(references.size()) +
                            " references are not among the bins of the space that it was given: "
                            "they are held out, at a border, or not in the recording");
      return references;
    });
  }

  const Bins& references() const override { return references_; }

  std::vector<std::int64_t> sample(std::span<const std::int64_t> references,
                                   Random& random) const override {
    return call(*held_, "in sample()", [&] {
      std::vector<std::int64_t> positives = held_->sample(references, random);
      require_drawn(positives, references.size(), space_, "positives");
      labels_.require();
      return positives;
    });
  }

  std::optional<ComponentChoice> default_prior() const override {
    return call(*held_, "in default_prior()", [&] { return held_->default_prior(); });
  }

 private:
  std::shared_ptr<const Distribution> held_;
  Bins space_, references_;
  Unwritten labels_;
};

}  // namespace

std::shared_ptr<const Distribution> held_to_its_promises(
    std::shared_ptr<const Distribution> distribution, const SamplingSpace& space) {
  return std::make_shared<HeldDistribution>(std::move(distribution), space);
}

Unwritten unwritten(const Labels& labels) {
  std::vector<at::Tensor> values;
  for (const Label& label : labels.all()) values.push_back(label.values);
  return Unwritten(std::move(values));
}

}  // namespace facet
