#include <ATen/ops/cross_entropy_loss.h>
#include <ATen/ops/multi_margin_loss.h>
#include <ATen/ops/multilabel_margin_loss.h>
#include <ATen/ops/nll_loss.h>

#include "check_targets.h"
#include "facet/error.h"
#include "facet/text.h"
#include "reduction.h"
#include "register_losses.h"
#include "torch_loss.h"

namespace facet {

namespace {

constexpr const char* class_shapes =
    "prediction: B x classes; target: B classes from 0; the result a scalar";
constexpr std::int64_t no_class = -100;  // libtorch's name for it

/// A weight for each class: a base of a loss's options.
struct ClassWeights : Reduced {
  std::vector<double> weight;

  template <class Options>
  static void describe_weight(OptionsDescription<Options>& options) {
    options.add("weight", &ClassWeights::weight, "one for each class; empty: 1").at_least(0);
  }
};

struct IgnoredClass : ClassWeights {
  std::int64_t ignore_index = no_class;

  template <class Options>
  static void describe_ignored(OptionsDescription<Options>& options) {
    options.add("ignore_index", &IgnoredClass::ignore_index,
                "samples of this class do not count; it may lie outside the classes");
  }
};

struct CrossEntropyLoss : AnyTarget {
  static constexpr const char* name = "nn.CrossEntropyLoss";
  struct Options : IgnoredClass {
    double label_smoothing = 0.0;

    static void describe(OptionsDescription<Options>& options) {
      describe_weight(options);
      describe_ignored(options);
      options
          .add("label_smoothing", &Options::label_smoothing,
               "part of the target that is spread over all classes")
          .at_least(0)
          .at_most(1);
      describe_reduction(options);
    }
  };
  static Documentation documentation() {
    return {.formula =
                "-log softmax(prediction)[class], or -sum_c target_c log "
                "softmax(prediction)_c; times the class's weight; averaged (by the weights "
                "of the classes) or summed",
            .shapes =
                "prediction: B x classes; target: B classes from 0, or B x classes "
                "probabilities; the result a scalar",
            .units = "nats"};
  }
  static at::Tensor loss(const Options& options, const at::Tensor& prediction,
                         const at::Tensor& target) {
    if (target.is_floating_point()) {
      require_probabilities(prediction, target);
      if (options.ignore_index != no_class)
        throw Error(
            "nn.CrossEntropyLoss can ignore a class where the target is classes, here it "
            "is probabilities");
    } else {
      require_one_class_each(name, prediction, target);
    }
    return at::cross_entropy_loss(prediction, target,
                                  column_weights(name, "weight", options.weight, prediction),
                                  options.code(), options.ignore_index, options.label_smoothing);
  }
  static void require_probabilities(const at::Tensor& prediction, const at::Tensor& target) {
    if (target.sizes() == prediction.sizes()) return;
    throw Error(std::string(name) +
                " takes a label of floating point as probabilities, a column for each class: the "
                "prediction is " +
                shape_text(prediction.sizes()) + ", the target " + shape_text(target.sizes()) +
                "; if the label holds classes, list it in data.discrete");
  }
  static void check_values(const Options& options, std::int64_t num_dimensions,
                           const at::Tensor& target) {
    if (!target.is_floating_point())
      require_classes(name, num_dimensions, target, options.ignore_index);
  }
};

struct NLLLoss : DiscreteTarget {
  static constexpr const char* name = "nn.NLLLoss";
  struct Options : IgnoredClass {
    static void describe(OptionsDescription<Options>& options) {
      describe_weight(options);
      describe_ignored(options);
      describe_reduction(options);
    }
  };
  static Documentation documentation() {
    return {.formula =
                "-weight[class] prediction[class], the prediction being log probabilities; "
                "averaged by the weights or summed",
            .shapes = class_shapes,
            .units = "nats"};
  }
  static at::Tensor loss(const Options& options, const at::Tensor& prediction,
                         const at::Tensor& target) {
    require_one_class_each(name, prediction, target);
    return at::nll_loss(prediction, target,
                        column_weights(name, "weight", options.weight, prediction), options.code(),
                        options.ignore_index);
  }
  static void check_values(const Options& options, std::int64_t num_dimensions,
                           const at::Tensor& target) {
    require_classes(name, num_dimensions, target, options.ignore_index);
  }
};

struct MultiMarginLoss : DiscreteTarget {
  static constexpr const char* name = "nn.MultiMarginLoss";
  struct Options : ClassWeights {
    std::int64_t p = 1;
    double margin = 1.0;

    static void describe(OptionsDescription<Options>& options) {
      options.add("p", &Options::p, "power of each hinge").at_least(1).at_most(2);
      options.add("margin", &Options::margin,
                  "by how much the score of the class is to exceed the others");
      describe_weight(options);
      describe_reduction(options);
    }
  };
  static Documentation documentation() {
    return {.formula =
                "weight[class] sum_{c != class} max(0, margin - prediction[class] + "
                "prediction[c])^p / classes; averaged or summed over the samples",
            .shapes = class_shapes};
  }
  static at::Tensor loss(const Options& options, const at::Tensor& prediction,
                         const at::Tensor& target) {
    require_one_class_each(name, prediction, target);
    return at::multi_margin_loss(prediction, target, options.p, options.margin,
                                 column_weights(name, "weight", options.weight, prediction),
                                 options.code());
  }
  static void check_values(const Options&, std::int64_t num_dimensions, const at::Tensor& target) {
    require_classes(name, num_dimensions, target);
  }
};

struct MultiLabelMarginLoss : ContinuousTarget {
  static constexpr const char* name = "nn.MultiLabelMarginLoss";
  using Options = ReductionAlone;
  static Documentation documentation() {
    return {.formula =
                "sum_{c in row, k not in row} max(0, 1 - prediction[c] + prediction[k]) / "
                "classes; averaged or summed over the samples",
            .shapes =
                "prediction: B x classes; target: B x classes, in each row the classes that "
                "apply and then -1; the result a scalar"};
  }
  static at::Tensor loss(const Options& options, const at::Tensor& prediction,
                         const at::Tensor& target) {
    require_same_shape(name, prediction, target);
    return at::multilabel_margin_loss(prediction, target.to(at::kLong), options.code());
  }
  static void check_values(const Options&, std::int64_t num_dimensions, const at::Tensor& target) {
    require_class_lists(name, num_dimensions, target);
  }
};

}  // namespace

void register_class_losses(Registrar& registrar) {
  add_loss<CrossEntropyLoss>(registrar, "cross entropy of classes");
  add_loss<NLLLoss>(registrar, "negative log likelihood of classes");
  add_loss<MultiMarginLoss>(registrar, "hinge between the class's score and the others'");
  add_loss<MultiLabelMarginLoss>(registrar,
                                 "hinge between the scores of classes that apply and the others'");
}

}  // namespace facet
