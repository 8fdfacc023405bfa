#include <ATen/ops/huber_loss.h>
#include <ATen/ops/l1_loss.h>
#include <ATen/ops/mse_loss.h>
#include <ATen/ops/smooth_l1_loss.h>

#include "check_targets.h"
#include "reduction.h"
#include "register_losses.h"
#include "torch_loss.h"

namespace facet {

namespace {

Documentation regression_documentation(const std::string& element, const char* units) {
  return {.formula = element + "; averaged or summed over all elements",
          .shapes = "prediction, target: B x d; the result a scalar",
          .units = units};
}

struct MSELoss : ContinuousTarget {
  static constexpr const char* name = "nn.MSELoss";
  using Options = ReductionAlone;
  static Documentation documentation() {
    return regression_documentation("(prediction - target)^2", "the label's unit, squared");
  }
  static at::Tensor loss(const Options& options, const at::Tensor& prediction,
                         const at::Tensor& target) {
    require_same_shape(name, prediction, target);
    return at::mse_loss(prediction, target, options.code());
  }
};

struct L1Loss : ContinuousTarget {
  static constexpr const char* name = "nn.L1Loss";
  using Options = ReductionAlone;
  static Documentation documentation() {
    return regression_documentation("|prediction - target|", "the label's unit");
  }
  static at::Tensor loss(const Options& options, const at::Tensor& prediction,
                         const at::Tensor& target) {
    require_same_shape(name, prediction, target);
    return at::l1_loss(prediction, target, options.code());
  }
};

struct SmoothL1Loss : ContinuousTarget {
  static constexpr const char* name = "nn.SmoothL1Loss";
  struct Options : Reduced {
    double beta = 1.0;

    static void describe(OptionsDescription<Options>& options) {
      options
          .add("beta", &Options::beta,
               "distance below which it is quadratic, in the label's unit; 0: nn.L1Loss")
          .at_least(0);
      describe_reduction(options);
    }
  };
  static Documentation documentation() {
    return regression_documentation(
        "with e = |prediction - target|: e^2 / (2 beta) where e < beta, else e - beta / 2",
        "the label's unit");
  }
  static at::Tensor loss(const Options& options, const at::Tensor& prediction,
                         const at::Tensor& target) {
    require_same_shape(name, prediction, target);
    return at::smooth_l1_loss(prediction, target, options.code(), options.beta);
  }
};

struct HuberLoss : ContinuousTarget {
  static constexpr const char* name = "nn.HuberLoss";
  struct Options : Reduced {
    double delta = 1.0;

    static void describe(OptionsDescription<Options>& options) {
      options
          .add("delta", &Options::delta,
               "distance up to which it is quadratic, in the label's unit")
          .above(0);
      describe_reduction(options);
    }
  };
  static Documentation documentation() {
    Documentation documentation = regression_documentation(
        "with e = |prediction - target|: e^2 / 2 where e <= delta, else delta (e - delta / 2)",
        "the label's unit, squared");
    documentation.source = "Huber, Annals of Mathematical Statistics 35 (1964)";
    return documentation;
  }
  static at::Tensor loss(const Options& options, const at::Tensor& prediction,
                         const at::Tensor& target) {
    require_same_shape(name, prediction, target);
    return at::huber_loss(prediction, target, options.code(), options.delta);
  }
};

}  // namespace

void register_regression_losses(Registrar& registrar) {
  add_loss<MSELoss>(registrar, "mean squared error");
  add_loss<L1Loss>(registrar, "mean absolute error");
  add_loss<SmoothL1Loss>(registrar, "absolute error, quadratic near zero");
  add_loss<HuberLoss>(registrar, "squared error, linear where it is large");
}

}  // namespace facet
