#include <ATen/TensorOperators.h>
#include <ATen/ops/binary_cross_entropy.h>
#include <ATen/ops/binary_cross_entropy_with_logits.h>
#include <ATen/ops/hinge_embedding_loss.h>
#include <ATen/ops/log_sigmoid.h>

#include <limits>

#include "check_targets.h"
#include "reduction.h"
#include "register_losses.h"
#include "torch_loss.h"

namespace facet {

namespace {

std::string binary_shapes(const std::string& target) {
  return "prediction: B x d; target: B x d " + target +
         ", or B of a discrete label for d = 1; the result a scalar";
}

/// A weight for each column of the prediction: a base of a loss's options.
struct ColumnWeights : Reduced {
  std::vector<double> weight;

  template <class Options>
  static void describe_weight(OptionsDescription<Options>& options) {
    options.add("weight", &ColumnWeights::weight, "one for each column; empty: 1").at_least(0);
  }
};

struct WeightsAndReduction : ColumnWeights {
  static void describe(OptionsDescription<WeightsAndReduction>& options) {
    describe_weight(options);
    describe_reduction(options);
  }
};

struct BCELoss : ProbabilityTarget {
  static constexpr const char* name = "nn.BCELoss";
  using Options = WeightsAndReduction;
  static Documentation documentation() {
    return {.formula =
                "-weight (target log prediction + (1 - target) log(1 - prediction)), the "
                "logarithms at least -100; averaged or summed over all elements",
            .shapes = binary_shapes("from 0 to 1"),
            .units = "nats"};
  }
  static at::Tensor loss(const Options& options, const at::Tensor& prediction,
                         const at::Tensor& target) {
    const at::Tensor values = numbers(name, prediction, target);
    const at::Tensor weight = column_weights(name, "weight", options.weight, prediction);
    if (prediction.is_cpu()) {
      require_range(name, "prediction", prediction,
                    {0, 1, "from 0 to 1 (take nn.BCEWithLogitsLoss for any number)"});
      return at::binary_cross_entropy(prediction, values, weight, options.code());
    }
    // A GPU would have to be waited for, and libtorch ends the process there: the loss is NaN.
    const at::Tensor unusable = (prediction >= 0).logical_and(prediction <= 1).logical_not();
    const at::Tensor loss = at::binary_cross_entropy(prediction.masked_fill(unusable, 0.5), values,
                                                     weight, options.code());
    return loss.masked_fill(unusable.any(), std::numeric_limits<double>::quiet_NaN());
  }
};

struct BCEWithLogitsLoss : ProbabilityTarget {
  static constexpr const char* name = "nn.BCEWithLogitsLoss";
  struct Options : ColumnWeights {
    std::vector<double> pos_weight;

    static void describe(OptionsDescription<Options>& options) {
      describe_weight(options);
      options
          .add("pos_weight", &Options::pos_weight,
               "of the part of the target that is 1, one for each column; empty: 1")
          .at_least(0);
      describe_reduction(options);
    }
  };
  static Documentation documentation() {
    return {.formula =
                "-weight (pos_weight target log s + (1 - target) log(1 - s)) with s = "
                "sigmoid(prediction); averaged or summed over all elements",
            .shapes = binary_shapes("from 0 to 1"),
            .units = "nats"};
  }
  static at::Tensor loss(const Options& options, const at::Tensor& prediction,
                         const at::Tensor& target) {
    return at::binary_cross_entropy_with_logits(
        prediction, numbers(name, prediction, target),
        column_weights(name, "weight", options.weight, prediction),
        column_weights(name, "pos_weight", options.pos_weight, prediction), options.code());
  }
};

struct MultiLabelSoftMarginLoss : ProbabilityTarget {
  static constexpr const char* name = "nn.MultiLabelSoftMarginLoss";
  using Options = WeightsAndReduction;
  static Documentation documentation() {
    return {.formula =
                "nn.BCEWithLogitsLoss, averaged over the columns; averaged or summed over "
                "the samples",
            .shapes = binary_shapes("from 0 to 1"),
            .units = "nats"};
  }
  static at::Tensor loss(const Options& options, const at::Tensor& prediction,
                         const at::Tensor& target) {
    const at::Tensor losses = at::binary_cross_entropy_with_logits(
        prediction, numbers(name, prediction, target),
        column_weights(name, "weight", options.weight, prediction), {}, at::Reduction::None);
    return options.reduce(losses.mean(-1));
  }
};

struct SoftMarginLoss : SignTarget {
  static constexpr const char* name = "nn.SoftMarginLoss";
  using Options = ReductionAlone;
  static Documentation documentation() {
    return {.formula = "log(1 + exp(-target * prediction)); averaged or summed over all elements",
            .shapes = binary_shapes("of -1 and 1"),
            .units = "nats"};
  }
  static at::Tensor loss(const Options& options, const at::Tensor& prediction,
                         const at::Tensor& target) {
    // libtorch's own overflows where a prediction is far on the wrong side.
    return options.reduce(-at::log_sigmoid(numbers(name, prediction, target) * prediction));
  }
};

struct HingeEmbeddingLoss : SignTarget {
  static constexpr const char* name = "nn.HingeEmbeddingLoss";
  struct Options : Reduced {
    double margin = 1.0;

    static void describe(OptionsDescription<Options>& options) {
      options.add("margin", &Options::margin, "distance beyond which the unlike do not count");
      describe_reduction(options);
    }
  };
  static Documentation documentation() {
    return {.formula =
                "prediction where the target is 1, max(0, margin - prediction) where it is "
                "-1, the prediction being a distance; averaged or summed over all elements",
            .shapes = binary_shapes("of -1 and 1")};
  }
  static at::Tensor loss(const Options& options, const at::Tensor& prediction,
                         const at::Tensor& target) {
    return at::hinge_embedding_loss(prediction, numbers(name, prediction, target), options.margin,
                                    options.code());
  }
};

}  // namespace

void register_binary_losses(Registrar& registrar) {
  add_loss<BCELoss>(registrar, "binary cross entropy of probabilities");
  add_loss<BCEWithLogitsLoss>(registrar, "binary cross entropy of log odds");
  add_loss<MultiLabelSoftMarginLoss>(registrar,
                                     "binary cross entropy of log odds, averaged for each sample");
  add_loss<SoftMarginLoss>(registrar, "logistic loss of signs");
  add_loss<HingeEmbeddingLoss>(registrar, "distances of the like small, of the unlike large");
}

}  // namespace facet
