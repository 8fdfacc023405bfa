#include <atomic>

#include "facet/distribution.h"
#include "facet/plugin.h"
#include "mistake.h"

namespace {

class Pairs : public facet::Distribution {
 public:
  using Options = Mistake;
  Pairs(const Options& options, const facet::SamplingSpace& space)
      : does_(options.does), at_(options.at), bins_(space.bins), labels_(space.labels) {
    if (does_ == "write_when_made") write();
    if (does_ == "held_out_references") bins_ = facet::Bins({{0, space.labels.num_bins(), 0}});
    if (does_ == "references_beyond") bins_ = facet::Bins({{0, 100000, 0}});
  }
  const facet::Bins& references() const override { return bins_; }
  std::vector<std::int64_t> sample(std::span<const std::int64_t> references,
                                   facet::Random&) const override {
    std::vector<std::int64_t> positives(references.begin(), references.end());
    if (++calls_ != at_) return positives;
    make(does_);
    if (does_ == "one_less") positives.pop_back();
    if (does_ == "one_more") positives.push_back(positives[0]);
    if (does_ == "negative") positives[0] = -1;
    if (does_ == "beyond") positives[0] = 1000000;
    if (does_ == "held_out") positives[0] = 390;
    if (does_ == "write") write();
    return positives;
  }

 private:
  void write() const {
    at::Tensor values = labels_.all().at(0).values;
    values.mul_(2);
  }

  std::string does_;
  std::int64_t at_;
  facet::Bins bins_;
  facet::Labels labels_;
  mutable std::atomic<std::int64_t> calls_ = 0;
};

class Draw : public facet::Prior {
 public:
  using Options = Mistake;
  Draw(const Options& options, const facet::SamplingSpace& space)
      : does_(options.does), bins_(space.bins) {}
  std::vector<std::int64_t> sample(std::int64_t count, facet::Random& random) const override {
    std::vector<std::int64_t> drawn;
    for (std::int64_t i = 0; i < count; ++i) drawn.push_back(bins_[random.below(bins_.size())]);
    if (does_ == "one_less") drawn.pop_back();
    if (does_ == "held_out") drawn[0] = 390;
    return drawn;
  }

 private:
  std::string does_;
  facet::Bins bins_;
};

}  // namespace

FACET_PLUGIN(registrar) {
  registrar.add<Pairs>("pairs", "positives that go wrong");
  registrar.add<Draw>("draw", "references that go wrong");
}
