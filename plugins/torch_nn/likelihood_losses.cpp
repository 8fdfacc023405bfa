#include <ATen/TensorOperators.h>
#include <ATen/core/grad_mode.h>
#include <ATen/ops/kl_div.h>
#include <ATen/ops/poisson_nll_loss.h>

#include <cmath>
#include <numbers>

#include "check_targets.h"
#include "reduction.h"
#include "register_losses.h"
#include "torch_loss.h"

namespace facet {

namespace {

constexpr const char* likelihood_shapes = "prediction, target: B x d; the result a scalar";

struct PoissonNLLLoss : AnyTarget {
  static constexpr const char* name = "nn.PoissonNLLLoss";
  struct Options : Reduced {
    bool log_input = true;
    bool full = false;
    double eps = 1e-8;

    static void describe(OptionsDescription<Options>& options) {
      options.add("log_input", &Options::log_input,
                  "whether the prediction is the logarithm of the rate");
      options.add("full", &Options::full,
                  "whether Stirling's approximation of log target! is added for targets above 1");
      options
          .add("eps", &Options::eps,
               "added to the rate before its logarithm, where log_input is false")
          .above(0);
      describe_reduction(options);
    }
  };
  static Documentation documentation() {
    return {.formula =
                "exp(prediction) - target * prediction, or prediction - target * "
                "log(prediction + eps); averaged or summed over all elements",
            .shapes =
                "prediction, target: B x d counts, or B of a discrete label for d = 1; the "
                "result a scalar",
            .units = "nats"};
  }
  static at::Tensor loss(const Options& options, const at::Tensor& prediction,
                         const at::Tensor& target) {
    return at::poisson_nll_loss(prediction, numbers(name, prediction, target), options.log_input,
                                options.full, options.eps, options.code());
  }
};

struct GaussianNLLLoss : ContinuousTarget {
  static constexpr const char* name = "nn.GaussianNLLLoss";
  static constexpr const char* other = "variance";
  struct Options : Reduced {
    LabelChoice other;
    bool full = false;
    double eps = 1e-6;

    static void describe(OptionsDescription<Options>& options) {
      options.add("variance", &Options::other, "the label that is the target's variance");
      options.add("full", &Options::full, "whether the constant log(2 pi) / 2 is added");
      options
          .add("eps", &Options::eps,
               "smaller variances count as this; the gradient passes as if they did not")
          .above(0);
      describe_reduction(options);
    }
  };
  static Documentation documentation() {
    return {.formula =
                "(log v + (prediction - target)^2 / v) / 2 with v = max(variance, eps); "
                "averaged or summed over all elements",
            .shapes =
                "prediction, target: B x d; variance: B x d, or B x 1: one for each sample; the "
                "result a scalar",
            .units = "nats",
            .source = "Nix, Weigend, Proceedings of ICNN (1994)"};
  }
  static at::Tensor loss(const Options& options, const at::Tensor& prediction,
                         const at::Tensor& target, const at::Tensor& variance) {
    require_same_shape(name, prediction, target);
    require_variance_shape(prediction, variance);
    const at::Tensor v = variance.clone();
    {
      const at::NoGradGuard without_gradient;
      v.clamp_min_(options.eps);
    }
    at::Tensor losses = 0.5 * (v.log() + (prediction - target).square() / v);
    if (options.full) losses = losses + 0.5 * std::log(2 * std::numbers::pi);
    return options.reduce(losses);
  }
  static void check_values(const Options&, std::int64_t, const at::Tensor&,
                           const at::Tensor& variance) {
    require_range(name, other, variance, {});
  }

  static void require_variance_shape(const at::Tensor& prediction, const at::Tensor& variance) {
    const bool one_each = variance.dim() == 2 && prediction.dim() == 2 &&
                          variance.size(0) == prediction.size(0) && variance.size(1) == 1;
    if (!one_each) require_same_shape(name, prediction, variance, other);
  }
};

struct KLDivLoss : ContinuousTarget {
  static constexpr const char* name = "nn.KLDivLoss";
  struct Options {
    std::string reduction = "mean";
    bool log_target = false;

    static void describe(OptionsDescription<Options>& options) {
      options.add("log_target", &Options::log_target,
                  "whether the target is the logarithm of probabilities, as the prediction is");
      options
          .add("reduction", &Options::reduction,
               "how the elements become one number; batchmean is the divergence of a sample")
          .one_of({"mean", "batchmean", "sum"});
    }
  };
  static Documentation documentation() {
    return {.formula =
                "target * (log target - prediction), summed; divided by B (batchmean) or by "
                "B d (mean)",
            .shapes = likelihood_shapes,
            .units = "nats",
            .source = "Kullback, Leibler, Annals of Mathematical Statistics 22 (1951)"};
  }
  static at::Tensor loss(const Options& options, const at::Tensor& prediction,
                         const at::Tensor& target) {
    require_same_shape(name, prediction, target);
    const auto code = options.reduction == "mean" ? at::Reduction::Mean : at::Reduction::Sum;
    const at::Tensor loss = at::kl_div(prediction, target, code, options.log_target);
    return options.reduction == "batchmean" ? loss / prediction.size(0) : loss;
  }
  static void check_values(const Options& options, std::int64_t, const at::Tensor& target) {
    if (options.log_target) return;
    constexpr const char* words = ">= 0 (or set log_target, where it is the logarithm)";
    require_range(name, "target", target, {.words = words});
  }
};

}  // namespace

void register_likelihood_losses(Registrar& registrar) {
  add_loss<PoissonNLLLoss>(registrar, "negative log likelihood of counts");
  add_loss<GaussianNLLLoss>(registrar,
                            "negative log likelihood of numbers whose variance is known");
  add_loss<KLDivLoss>(registrar, "Kullback-Leibler divergence from the target's probabilities");
}

}  // namespace facet
