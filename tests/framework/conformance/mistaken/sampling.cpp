// Distributions and priors, each with one mistake (see criterions.cpp).
#include <chrono>
#include <thread>

#include "facet/distribution.h"
#include "facet/plugin.h"

namespace {

using Drawn = std::vector<std::int64_t>;

/// The positive is the reference; right, but for those that derive from it.
class Same : public facet::Distribution {
 public:
  explicit Same(const facet::SamplingSpace& space) : bins_(space.bins) {}
  const facet::Bins& references() const override { return bins_; }
  Drawn sample(std::span<const std::int64_t> references, facet::Random&) const override {
    return {references.begin(), references.end()};
  }

 protected:
  facet::Bins bins_;
};

/// Its references are all bins of the segments, also those whose window crosses a border.
class AllReferences : public Same {
 public:
  explicit AllReferences(const facet::SamplingSpace& space) : Same(space) {
    if (!space.bins.empty()) all_ = facet::Bins(space.segments);
  }
  const facet::Bins& references() const override { return all_; }
  Drawn sample(std::span<const std::int64_t> references, facet::Random&) const override {
    Drawn positives;
    for (const std::int64_t bin : references) positives.push_back(nearest_inside(bin));
    return positives;
  }

 private:
  std::int64_t nearest_inside(std::int64_t bin) const {
    for (std::int64_t away = 0; away < 300; ++away)
      for (const std::int64_t near : {bin - away, bin + away})
        if (bins_.contains(near)) return near;
    return bin;
  }
  facet::Bins all_;
};

struct Next : Same {
  using Same::Same;
  Drawn sample(std::span<const std::int64_t> references, facet::Random&) const override {
    Drawn positives;
    for (const std::int64_t bin : references) positives.push_back(bin + 1);
    return positives;
  }
};

struct FewerThanAsked : Same {
  using Same::Same;
  Drawn sample(std::span<const std::int64_t> references, facet::Random&) const override {
    Drawn positives(references.begin(), references.end());
    if (positives.size() == 2) positives.pop_back();
    return positives;
  }
};

struct AnySession : Same {
  using Same::Same;
  Drawn sample(std::span<const std::int64_t> references, facet::Random& random) const override {
    Drawn positives;
    for (std::size_t i = 0; i < references.size(); ++i)
      positives.push_back(bins_[random.below(bins_.size())]);
    return positives;
  }
};

/// Keeps in a member what it works on.
struct Scratch : Same {
  using Same::Same;
  Drawn sample(std::span<const std::int64_t> references, facet::Random&) const override {
    Drawn positives(references.begin(), references.end());
    last_ = references[0];
    std::this_thread::sleep_for(std::chrono::microseconds(50));
    positives[0] = last_;
    return positives;
  }
  mutable std::int64_t last_ = 0;
};

struct NoBinLeft : Same {
  explicit NoBinLeft(const facet::SamplingSpace& space) : Same(space) {
    first_ = space.bins.all().at(0);
  }
  std::int64_t first_;
};

struct AnyBin : facet::Prior {
  explicit AnyBin(const facet::SamplingSpace& space) : num_bins_(space.labels.num_bins()) {}
  Drawn sample(std::int64_t count, facet::Random& random) const override {
    Drawn drawn;
    for (std::int64_t i = 0; i < count; ++i) drawn.push_back(random.below(num_bins_));
    return drawn;
  }
  std::int64_t num_bins_;
};

}  // namespace

FACET_PLUGIN(registrar) {
  registrar.add<AllReferences>("references.all", "references whose window crosses a border");
  registrar.add<Next>("positives.next", "the next bin, be it there or not");
  registrar.add<FewerThanAsked>("positives.fewer", "fewer positives than references");
  registrar.add<AnySession>("sessions.any", "positives of whichever session");
  registrar.add<Scratch>("concurrent.scratch", "a member that all threads write to");
  registrar.add<NoBinLeft>("unsuitable.no_bin", "an exception of the standard library");
  registrar.add<AnyBin>("references.any", "bins that are held out");
}
