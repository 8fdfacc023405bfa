#pragma once

#include "c_values.h"
#include "facet/c_interface.h"
#include "facet/criterion.h"

namespace facet {

/// A contrastive criterion of the C interface.
class CCriterion : public ContrastiveCriterion {
 public:
  CCriterion(const facet_criterion& functions, const std::vector<OptionInfo>& options,
             const Table& checked);
  ~CCriterion() override;

  /// Has no second derivatives: they throw Error when they are asked for.
  ContrastiveLoss forward(const at::Tensor& reference, const at::Tensor& positive,
                          const at::Tensor& negative) override;
  bool expects_unit_length() const override { return functions_.flags & FACET_UNIT_LENGTH; }
  bool is_info_nce() const override { return functions_.flags & FACET_INFO_NCE; }

 private:
  const facet_criterion& functions_;
  CValues values_;
  void* criterion_ = nullptr;
};

}  // namespace facet
