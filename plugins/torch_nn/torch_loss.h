#pragma once

#include "facet/criterion.h"
#include "facet/error.h"
#include "facet/registrar.h"

namespace facet {

/// Which labels a formula takes as its target: it derives from one of these.
struct ContinuousTarget {
  static bool accepts(LabelKind kind) { return kind == LabelKind::continuous; }
};
struct DiscreteTarget {
  static bool accepts(LabelKind kind) { return kind == LabelKind::discrete; }
};
struct AnyTarget {
  static bool accepts(LabelKind) { return true; }
};

/// A loss of torch.nn as a criterion. The formula says what is its own:
///
///     struct MSELoss : ContinuousTarget {
///       static constexpr const char* name = "nn.MSELoss";
///       using Options = ReductionAlone;
///       static Documentation documentation();
///       static at::Tensor loss(const Options& options, const at::Tensor& prediction,
///                              const at::Tensor& target);
///     };
///
/// One that compares with a second label has its name as `other`, the member `other` in its
/// options, and one more argument of `loss`.
template <class Formula>
class TorchLoss : public SupervisedCriterion {
 public:
  using Options = typename Formula::Options;
  static inline const Documentation documentation = Formula::documentation();

  explicit TorchLoss(const Options& options) : options_(options) {}

  at::Tensor forward(const at::Tensor& prediction, const Targets& targets) override {
    require_others(targets.others);
    if constexpr (has_other)
      return Formula::loss(options_, prediction, targets.target, targets.others[0]);
    else
      return Formula::loss(options_, prediction, targets.target);
  }

  bool accepts(LabelKind label) const override { return Formula::accepts(label); }

  std::vector<OtherLabel> other_labels() const override {
    if constexpr (has_other)
      return {{Formula::other, options_.other}};
    else
      return {};
  }

 private:
  static constexpr bool has_other = requires { Formula::other; };

  static void require_others(const std::vector<at::Tensor>& others) {
    if (others.size() == std::size_t{has_other}) return;
    std::string what = "nothing beside";
    if constexpr (has_other) what = std::string("one ") + Formula::other + " beside";
    throw Error(std::string(Formula::name) + " takes " + what + " prediction and target, got " +
                std::to_string(others.size()));
  }

  Options options_;
};

template <class Formula>
void add_loss(Registrar& registrar, const char* summary) {
  registrar.add<TorchLoss<Formula>>(Formula::name, summary);
}

}  // namespace facet
