#pragma once

#include <ATen/TensorOperators.h>
#include <ATen/core/Tensor.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "facet/component.h"
#include "facet/labels.h"
#include "facet/stateful.h"

namespace facet {

/// A loss on a slice of the embedding: contrastive or supervised. Called from the training thread
/// alone. All tensors are on the device of the run.
class FACET_API Criterion : public Stateful, public Component {
 public:
  using Kind = Criterion;
  static constexpr std::string_view kind = "criterion";
  struct Arguments {};

  ~Criterion() override;
  /// Read after every step. Default: none.
  virtual std::vector<Quantity> quantities() const;
};

/// Scalars; total is what is trained on.
struct ContrastiveLoss {
  at::Tensor total;
  at::Tensor alignment;   ///< pulls positives together
  at::Tensor uniformity;  ///< pushes negatives apart
};

/// A loss on reference, positive and negative samples, such as InfoNCE.
///
/// A criterion is a class with `Options` and a constructor from them:
///
///     class Triplet : public facet::ContrastiveCriterion { ... explicit Triplet(Options); ... };
///     registrar.add<Triplet>("Triplet", "hinge on the difference of squared distances");
class FACET_API ContrastiveCriterion : public Criterion {
 public:
  static constexpr std::string_view form = "contrastive";

  ~ContrastiveCriterion() override;
  /// reference, positive: B x d; negative: M x d, met by every reference. Differentiable in all
  /// three and in what state() says.
  virtual ContrastiveLoss forward(  // no at::Tensor: return {total, alignment, uniformity};
      const at::Tensor& reference, const at::Tensor& positive, const at::Tensor& negative) = 0;
  /// Whether it takes its inputs to have unit length (the engine warns when they have not).
  virtual bool expects_unit_length() const;
  /// Whether its total is an InfoNCE in nats, without log M subtracted: then the engine tells its
  /// goodness of fit in bits. Default: no.
  virtual bool is_info_nce() const;
  /// Whether each of its results is a mean over the references, to which a reference and its
  /// positive add what depends on no other reference. Then several ranks compute a part of the
  /// references each, instead of all of them the whole loss. Default: no.
  virtual bool is_mean_over_references() const;
};

/// What a prediction is compared with: the label rows of the references.
struct Targets {
  at::Tensor target;  ///< continuous: B x d of the embedding's type; discrete: B int64
  std::vector<at::Tensor> others = {};  ///< as other_labels() names them, in that order
};

/// A label beyond the target that a criterion compares with, such as a variance.
struct OtherLabel {
  std::string option;  ///< the criterion's option that chooses it
  LabelChoice choice;  ///< empty: not chosen, which is a mistake in a config
};

/// A loss between a slice of the embedding and labels, such as the mean squared error.
class FACET_API SupervisedCriterion : public Criterion {
 public:
  static constexpr std::string_view form = "supervised";

  ~SupervisedCriterion() override;
  /// prediction: B x d. Returns a scalar. A target of a shape that would broadcast is an Error.
  /// Called in every step: it reads no value of a tensor, which would wait for the device.
  virtual at::Tensor forward(const at::Tensor& prediction, const Targets& targets) = 0;
  /// Looks at the label rows of all bins that may be drawn, once before training, on the CPU, for a
  /// slice of `num_dimensions`. Throws Error where forward() cannot take a value. Default: takes
  /// all.
  virtual void check(std::int64_t num_dimensions, const Targets& targets) const;
  /// Whether a label of that kind may be the target.
  virtual bool accepts(LabelKind label) const = 0;
  /// What it takes as Targets::others: labels that its options choose. Default: none.
  virtual std::vector<OtherLabel> other_labels() const;
};

}  // namespace facet
