#pragma once

#include "check_targets.h"
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

/// Targets of any kind whose values are of some numbers only.
struct ProbabilityTarget : AnyTarget {
  static void check_target(const char* loss, const at::Tensor& target) {
    require_range(loss, "target", target, probabilities);
  }
};
struct SignTarget : AnyTarget {
  static void check_target(const char* loss, const at::Tensor& target) {
    require_signs(loss, target);
  }
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
/// `loss` looks at shapes only. Which values the target may have is checked before training: by its
/// base, or by a `check_values` of its own. One that compares with a second label has its name as
/// `other`, the member `other` in its options, and one more argument of both.
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

  void check(std::int64_t num_dimensions, const Targets& targets) const override {
    require_others(targets.others);
    if constexpr (requires { &Formula::check_target; })
      Formula::check_target(Formula::name, targets.target);
    if constexpr (has_other && requires { &Formula::check_values; })
      Formula::check_values(options_, num_dimensions, targets.target, targets.others[0]);
    else if constexpr (requires { &Formula::check_values; })
      Formula::check_values(options_, num_dimensions, targets.target);
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
