#pragma once

#include "c_values.h"
#include "facet/c_interface.h"
#include "facet/distribution.h"

namespace facet {

/// A distribution of the C interface.
class CDistribution : public Distribution {
 public:
  CDistribution(const facet_distribution& functions, const std::vector<OptionInfo>& options,
                const Table& checked, const SamplingSpace& space);
  ~CDistribution() override;

  const Bins& references() const override { return references_; }
  std::vector<std::int64_t> sample(std::span<const std::int64_t> references,
                                   Random& random) const override;

 private:
  Bins find_references(const Bins& bins) const;

  const facet_distribution& functions_;
  CValues values_;
  std::vector<facet_segment> training_, bins_;
  facet_space space_;
  void* distribution_ = nullptr;
  Bins references_;
};

}  // namespace facet
