#pragma once

#include <utility>
#include <vector>

#include "facet/criterion.h"
#include "script.h"

namespace facet {

/// forward(reference, positive, negative) of a script, which gives total, alignment and uniformity.
class ScriptContrastive : public ContrastiveCriterion {
 public:
  explicit ScriptContrastive(Script script) : script_(std::move(script)) {}

  std::vector<NamedTensor> state() const override;
  /// Throws Error that names the file where the script gives something else.
  ContrastiveLoss forward(const at::Tensor& reference, const at::Tensor& positive,
                          const at::Tensor& negative) override;

 private:
  Script script_;
};

/// forward(prediction, target) of a script, which gives a scalar.
class ScriptSupervised : public SupervisedCriterion {
 public:
  ScriptSupervised(Script script, LabelKind target) : script_(std::move(script)), target_(target) {}

  std::vector<NamedTensor> state() const override;
  /// Throws Error that names the file where the script gives something else.
  at::Tensor forward(const at::Tensor& prediction, const Targets& targets) override;
  bool accepts(LabelKind label) const override { return label == target_; }

 private:
  Script script_;
  LabelKind target_;
};

}  // namespace facet
