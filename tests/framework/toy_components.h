#pragma once

#include <ATen/ops/ones.h>

#include <cstdint>
#include <optional>

#include "facet/criterion.h"
#include "facet/distribution.h"
#include "facet/model.h"
#include "facet/optimizer.h"
#include "facet/registrar.h"
#include "facet/scheduler.h"

// Components small enough to be worked by hand, registered in-process as a program's own are.
namespace facet::toy {

/// y(t) = W (x(t - left) + ... + x(t + right - 1)): convolutional, window of 1 + `context` bins.
class SumModel : public Model {
 public:
  struct Options {
    std::int64_t num_output = 2;
    std::int64_t context = 0;
    static void describe(OptionsDescription<Options>& options);
  };
  SumModel(const Options& options, const Arguments& arguments);

  at::Tensor forward(const at::Tensor& windows) override;
  Offset offset() const override { return {options_.context, 1}; }
  std::int64_t num_output() const override { return options_.num_output; }
  bool convolutional() const override { return options_.context > 0; }

  at::Tensor weight;  // outputs x neurons

 private:
  Options options_;
};

/// total = scale * mean |reference - positive|^2 - mean |reference - negative|^2 (same rows).
class Spread : public ContrastiveCriterion {
 public:
  struct Options {
    double scale = 1.0;
    static void describe(OptionsDescription<Options>& options);
  };
  explicit Spread(const Options& options) : options_(options) {}
  ContrastiveLoss forward(const at::Tensor& reference, const at::Tensor& positive,
                          const at::Tensor& negative) override;

 private:
  Options options_;
};

/// A trained scale times the mean squared distance of positives.
class Scaled : public ContrastiveCriterion {
 public:
  ContrastiveLoss forward(const at::Tensor& reference, const at::Tensor& positive,
                          const at::Tensor& negative) override;
  std::vector<NamedTensor> state() const override { return {{"scale", scale_}}; }

 private:
  at::Tensor scale_ = at::ones({}).requires_grad_();
};

/// Mean squared error, each multiplied by the label `weight` where one is named.
class Squares : public SupervisedCriterion {
 public:
  struct Options {
    std::optional<LabelChoice> weight;
    static void describe(OptionsDescription<Options>& options);
  };
  explicit Squares(const Options& options) : options_(options) {}
  at::Tensor forward(const at::Tensor& prediction, const Targets& targets) override;
  bool accepts(LabelKind label) const override { return label == LabelKind::continuous; }
  std::vector<OtherLabel> other_labels() const override;

 private:
  Options options_;
};

/// The bin `shift` later.
class Shift : public Distribution {
 public:
  struct Options {
    std::int64_t shift = 1;
    static void describe(OptionsDescription<Options>& options);
  };
  Shift(const Options& options, const SamplingSpace& space);
  const Bins& references() const override { return references_; }
  std::vector<std::int64_t> sample(std::span<const std::int64_t> references,
                                   Random& random) const override;

 private:
  std::int64_t shift_;
  Bins references_;
};

/// Every bin equally likely.
class Uniform : public Prior {
 public:
  explicit Uniform(const SamplingSpace& space) : bins_(space.bins) {}
  std::vector<std::int64_t> sample(std::int64_t count, Random& random) const override;

 private:
  Bins bins_;
};

/// parameter -= rate * gradient
class Descent : public Optimizer {
 public:
  struct Options {
    double rate = 0.1;
    static void describe(OptionsDescription<Options>& options);
  };
  Descent(const Options& options, Arguments arguments);
  void step(const std::function<at::Tensor()>& evaluate) override;
  void scale_learning_rate(double factor) override { factor_ = factor; }

 private:
  double rate_;
  double factor_ = 1;
  std::vector<at::Tensor> parameters_;
};

/// Weight `step` for every objective; off at step 0.
class Rising : public Scheduler {
 public:
  explicit Rising(const Arguments& arguments) : num_objectives_(arguments.num_objectives) {}
  std::optional<std::vector<double>> weights(std::int64_t step) const override;

 private:
  std::int64_t num_objectives_;
};

/// Sum, Spread, Scaled, Squares, Shift, Uniform, Descent and Rising.
void register_components(Registrar& registrar);

}  // namespace facet::toy
