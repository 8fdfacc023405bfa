#pragma once

#include "facet/distribution.h"
#include "facet/registrar.h"

namespace lab {

/// The positive of bin t is one of the bins t - radius ... t + radius, t itself left out, each as
/// likely as the others. References are the bins that have all of these in their segment.
class TimeWindow : public facet::Distribution {
 public:
  struct Options {
    std::int64_t radius = 10;

    static void describe(facet::OptionsDescription<Options>& options);
  };
  static const facet::Documentation documentation;

  TimeWindow(const Options& options, const facet::SamplingSpace& space);

  const facet::Bins& references() const override { return references_; }
  std::vector<std::int64_t> sample(std::span<const std::int64_t> references,
                                   facet::Random& random) const override;

 private:
  std::int64_t radius_;
  facet::Bins references_;
};

}  // namespace lab
