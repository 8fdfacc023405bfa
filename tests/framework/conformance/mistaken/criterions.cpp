// Criterions, each with one mistake. Its name begins with the check that finds it, and no other
// does.
#include <ATen/ops/ones.h>

#include <cstdio>
#include <limits>

#include "facet/criterion.h"
#include "facet/plugin.h"

namespace {

/// Right, but for what those that derive from it get wrong.
class Squares : public facet::ContrastiveCriterion {
 public:
  facet::ContrastiveLoss forward(const at::Tensor& reference, const at::Tensor& positive,
                                 const at::Tensor& negative) override {
    const at::Tensor alignment = (reference - positive).square().sum(1).mean();
    const at::Tensor uniformity = reference.matmul(negative.t()).square().mean();
    return {alignment + uniformity, alignment, uniformity};
  }
};

struct OneSample : Squares {
  facet::ContrastiveLoss forward(const at::Tensor& reference, const at::Tensor& positive,
                                 const at::Tensor& negative) override {
    facet::ContrastiveLoss loss = Squares::forward(reference, positive, negative);
    if (reference.size(0) == 1) loss.alignment = loss.alignment.view({1});
    return loss;
  }
};

/// Its total is a sum over the references.
struct NoMean : Squares {
  facet::ContrastiveLoss forward(const at::Tensor& reference, const at::Tensor& positive,
                                 const at::Tensor& negative) override {
    const facet::ContrastiveLoss loss = Squares::forward(reference, positive, negative);
    return {loss.total * reference.size(0), loss.alignment, loss.uniformity};
  }
  bool is_mean_over_references() const override { return true; }
};

/// Initialised by its first batch, which its state() does not say.
struct FirstBatch : Squares {
  facet::ContrastiveLoss forward(const at::Tensor& reference, const at::Tensor& positive,
                                 const at::Tensor& negative) override {
    if (!scale_.defined()) scale_ = 1 + reference.detach().square().mean();
    facet::ContrastiveLoss loss = Squares::forward(reference, positive, negative);
    return {loss.total * scale_, loss.alignment, loss.uniformity};
  }
  at::Tensor scale_;
};

/// Its state() gives copies, so that what is trained is not what it computes with.
struct Copies : Squares {
  std::vector<facet::NamedTensor> state() const override { return {{"scale", at::ones({})}}; }
};

struct RootAtZero : Squares {
  facet::ContrastiveLoss forward(const at::Tensor& reference, const at::Tensor& positive,
                                 const at::Tensor& negative) override {
    facet::ContrastiveLoss loss = Squares::forward(reference, positive, negative);
    const at::Tensor distance = (reference - positive).square().sum(1).sqrt().mean();
    return {distance + loss.uniformity, distance, loss.uniformity};
  }
};

struct Detached : Squares {
  facet::ContrastiveLoss forward(const at::Tensor& reference, const at::Tensor& positive,
                                 const at::Tensor& negative) override {
    return Squares::forward(reference, positive.detach(), negative);
  }
};

struct Item : Squares {
  facet::ContrastiveLoss forward(const at::Tensor& reference, const at::Tensor& positive,
                                 const at::Tensor& negative) override {
    facet::ContrastiveLoss loss = Squares::forward(reference, positive, negative);
    return loss.total.item<double>() < 0 ? facet::ContrastiveLoss{} : loss;
  }
};

/// Its weights are on the CPU, wherever it computes.
struct Mixed : Squares {
  facet::ContrastiveLoss forward(const at::Tensor& reference, const at::Tensor& positive,
                                 const at::Tensor& negative) override {
    const at::Tensor weights = at::ones({reference.size(0), 1}, reference.scalar_type());
    return Squares::forward(reference * weights, positive, negative);
  }
};

struct Prints : Squares {
  facet::ContrastiveLoss forward(const at::Tensor& reference, const at::Tensor& positive,
                                 const at::Tensor& negative) override {
    std::puts("another step");
    return Squares::forward(reference, positive, negative);
  }
};

/// Right but for batches that `mistake` looks at.
template <facet::ContrastiveLoss (*mistake)(const facet::ContrastiveLoss&, const at::Tensor&)>
struct With : Squares {
  facet::ContrastiveLoss forward(const at::Tensor& reference, const at::Tensor& positive,
                                 const at::Tensor& negative) override {
    return mistake(Squares::forward(reference, positive, negative), reference);
  }
};

/// Its value is right, and its gradient is half of it.
at::Tensor half_gradient(const at::Tensor& loss) {
  return loss * 0.5 + (loss * 0.5).detach();
}

using facet::ContrastiveLoss;

ContrastiveLoss nan_of_one(const ContrastiveLoss& loss, const at::Tensor& reference) {
  if (reference.size(0) > 1) return loss;
  return {loss.total, loss.alignment * std::numeric_limits<double>::quiet_NaN(), loss.uniformity};
}
ContrastiveLoss spread(const ContrastiveLoss& loss, const at::Tensor& reference) {
  return {loss.total, loss.alignment, loss.uniformity + reference.std(0).mean()};
}
ContrastiveLoss infinite_of_many(const ContrastiveLoss& loss, const at::Tensor& reference) {
  if (reference.size(0) < 50) return loss;
  return {loss.total, loss.alignment, loss.uniformity / 0.0};
}
ContrastiveLoss wrong_slope_if_wide(const ContrastiveLoss& loss, const at::Tensor& reference) {
  if (reference.size(1) <= 5) return loss;
  return {half_gradient(loss.total), loss.alignment, loss.uniformity};
}
ContrastiveLoss wrong_slope_of_many(const ContrastiveLoss& loss, const at::Tensor& reference) {
  if (reference.size(0) < 16) return loss;
  return {half_gradient(loss.total), loss.alignment, loss.uniformity};
}
ContrastiveLoss no_scalar_if_wide(const ContrastiveLoss& loss, const at::Tensor& reference) {
  if (reference.size(1) <= 5) return loss;
  return {loss.total, loss.alignment.view({1}), loss.uniformity};
}
ContrastiveLoss without_gradient(const ContrastiveLoss& loss, const at::Tensor&) {
  return {loss.total.detach(), loss.alignment, loss.uniformity};
}
ContrastiveLoss writes(const ContrastiveLoss& loss, const at::Tensor& reference) {
  reference.clamp_(-1, 1);
  return loss;
}
ContrastiveLoss throws_a_number(const ContrastiveLoss&, const at::Tensor&) {
  throw 42;
}

/// Takes numbers; right, but for a target that does not fit.
struct Repeated : facet::SupervisedCriterion {
  at::Tensor forward(const at::Tensor& prediction, const facet::Targets& targets) override {
    return (prediction - targets.target).square().mean();
  }
  bool accepts(facet::LabelKind label) const override {
    return label == facet::LabelKind::continuous;
  }
};

struct WritesTarget : Repeated {
  at::Tensor forward(const at::Tensor& prediction, const facet::Targets& targets) override {
    if (targets.target.sizes() != prediction.sizes()) throw facet::Error("another shape");
    targets.target.clamp_(0.2, 0.8);
    return Repeated::forward(prediction, targets);
  }
};

}  // namespace

FACET_PLUGIN(registrar) {
  registrar.add<OneSample>("shapes.one_sample", "its alignment of one sample is no scalar");
  registrar.add<NoMean>("mean.no_mean", "a sum that says it is a mean");
  registrar.add<FirstBatch>("state.first_batch", "keeps what its first batch was");
  registrar.add<Copies>("state.copies", "gives its state as new tensors");
  registrar.add<RootAtZero>("finite.root_at_zero", "a root whose gradient at zero is NaN");
  registrar.add<Detached>("gradients.detached", "forgets one of its inputs");
  registrar.add<Item>("device.item", "reads its own value");
  registrar.add<Mixed>("device.mixed", "mixes devices");
  registrar.add<Prints>("silent.prints", "prints");
  registrar.add<With<nan_of_one>>("finite.one", "of one sample, a part that is not a number");
  registrar.add<With<spread>>("finite.spread", "the spread of one sample");
  registrar.add<With<infinite_of_many>>("finite.many", "of many samples, an infinite part");
  registrar.add<With<wrong_slope_if_wide>>("gradients.wide", "a wrong one in many dimensions");
  registrar.add<With<wrong_slope_of_many>>("gradients.many", "a wrong one of many samples");
  registrar.add<With<no_scalar_if_wide>>("shapes.wide", "no scalar in many dimensions");
  registrar.add<With<without_gradient>>("usable.no_gradient", "has no gradient");
  registrar.add<With<writes>>("usable.writes", "writes into what is trained");
  registrar.add<With<throws_a_number>>("usable.throws", "throws a number");
  registrar.add<Repeated>("broadcast.repeated", "repeats a target");
  registrar.add<WritesTarget>("inputs.target", "writes into its target");
}
