#pragma once

#include "facet/learning_rate.h"
#include "facet/registrar.h"

namespace facet {

/// The same at every step.
class ConstantRate : public LearningRate {
 public:
  struct Options {
    double factor = 1.0;

    static void describe(OptionsDescription<Options>& options);
  };
  static inline const Documentation documentation{.formula = "f(step) = factor"};

  explicit ConstantRate(const Options& options) : options_(options) {}
  double factor(std::int64_t) const override { return options_.factor; }

 private:
  Options options_;
};

/// Multiplied with the same number every so many steps.
class StepwiseRate : public LearningRate {
 public:
  struct Options {
    std::int64_t every = 1;
    double factor = 0.1;

    static void describe(OptionsDescription<Options>& options);
  };
  static inline const Documentation documentation{.formula = "f(step) = factor^floor(step / every)",
                                                  .units = "every in steps"};

  explicit StepwiseRate(const Options& options) : options_(options) {}
  double factor(std::int64_t step) const override;

 private:
  Options options_;
};

/// Half a cosine from 1 at the first step to `end` at the last.
class CosineRate : public LearningRate {
 public:
  struct Options {
    double end = 0.0;

    static void describe(OptionsDescription<Options>& options);
  };
  static inline const Documentation documentation{
      .formula = "f(step) = end + (1 - end) (1 + cos(pi step / (num_steps - 1))) / 2",
      .source = "Loshchilov, Hutter, ICLR (2017), without restarts"};

  CosineRate(const Options& options, const Arguments& arguments)
      : options_(options), num_steps_(arguments.num_steps) {}
  double factor(std::int64_t step) const override;

 private:
  Options options_;
  std::int64_t num_steps_;
};

/// A linear rise to the whole learning rate.
class WarmUpRate : public LearningRate {
 public:
  struct Options {
    std::int64_t steps = 1;
    double start = 0.0;

    static void describe(OptionsDescription<Options>& options);
  };
  static inline const Documentation documentation{
      .formula = "f(step) = start + (1 - start) min(1, (step + 1) / steps)",
      .source = "Goyal et al., arXiv:1706.02677 (2017)"};

  explicit WarmUpRate(const Options& options) : options_(options) {}
  double factor(std::int64_t step) const override;

 private:
  Options options_;
};

}  // namespace facet
