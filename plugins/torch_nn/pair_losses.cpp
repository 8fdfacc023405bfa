#include <ATen/ops/cosine_embedding_loss.h>
#include <ATen/ops/margin_ranking_loss.h>
#include <ATen/ops/triplet_margin_loss.h>

#include "check_targets.h"
#include "reduction.h"
#include "register_losses.h"
#include "torch_loss.h"

namespace facet {

namespace {

/// The label that a prediction is compared with as its like: a base of a loss's options.
struct SecondInput : Reduced {
  LabelChoice other;

  template <class Options>
  static void describe_second_input(OptionsDescription<Options>& options) {
    options.add("input2", &SecondInput::other, "the label that the prediction is compared with");
  }
};

struct MarginRankingLoss : SignTarget {
  static constexpr const char* name = "nn.MarginRankingLoss";
  static constexpr const char* other = "input2";
  struct Options : SecondInput {
    double margin = 0.0;

    static void describe(OptionsDescription<Options>& options) {
      describe_second_input(options);
      options.add("margin", &Options::margin, "by how much the larger is to exceed the smaller");
      describe_reduction(options);
    }
  };
  static Documentation documentation() {
    return {.formula =
                "max(0, margin - target * (prediction - input2)); averaged or summed over "
                "all elements",
            .shapes =
                "prediction, input2: B x d; target: B x d of 1 (the prediction is to be "
                "larger) and -1, or B of a discrete label for d = 1; the result a scalar"};
  }
  static at::Tensor loss(const Options& options, const at::Tensor& prediction,
                         const at::Tensor& target, const at::Tensor& input2) {
    require_same_shape(name, prediction, input2, other);
    return at::margin_ranking_loss(prediction, input2, numbers(name, prediction, target),
                                   options.margin, options.code());
  }
};

struct CosineEmbeddingLoss : SignTarget {
  static constexpr const char* name = "nn.CosineEmbeddingLoss";
  static constexpr const char* other = "input2";
  struct Options : SecondInput {
    double margin = 0.0;

    static void describe(OptionsDescription<Options>& options) {
      describe_second_input(options);
      options.add("margin", &Options::margin, "cosine below which the unlike do not count")
          .at_least(-1)
          .at_most(1);
      describe_reduction(options);
    }
  };
  static Documentation documentation() {
    return {.formula =
                "1 - cos(prediction, input2) where the target is 1, max(0, cos(prediction, "
                "input2) - margin) where it is -1; averaged or summed over the samples",
            .shapes =
                "prediction, input2: B x d; target: B, or B x 1, of 1 and -1; the result a "
                "scalar"};
  }
  static at::Tensor loss(const Options& options, const at::Tensor& prediction,
                         const at::Tensor& target, const at::Tensor& input2) {
    require_same_shape(name, prediction, input2, other);
    return at::cosine_embedding_loss(prediction, input2, row_numbers(name, prediction, target),
                                     options.margin, options.code());
  }
};

struct TripletMarginLoss : ContinuousTarget {
  static constexpr const char* name = "nn.TripletMarginLoss";
  static constexpr const char* other = "negative";
  struct Options : Reduced {
    LabelChoice other;
    double margin = 1.0;
    double p = 2.0;
    double eps = 1e-6;
    bool swap = false;

    static void describe(OptionsDescription<Options>& options) {
      options.add("negative", &Options::other, "the label that the prediction is kept away from");
      options
          .add("margin", &Options::margin,
               "by how much the negative is to be farther than the "
               "target")
          .above(0);
      options.add("p", &Options::p, "of the p-norm that is the distance").above(0);
      options.add("eps", &Options::eps, "added to every difference").at_least(0);
      options.add("swap", &Options::swap,
                  "whether the distance of target and negative counts where it is smaller than "
                  "that of prediction and negative");
      describe_reduction(options);
    }
  };
  static Documentation documentation() {
    return {.formula =
                "max(0, |prediction - target + eps|_p - |prediction - negative + eps|_p + "
                "margin); averaged or summed over the samples",
            .shapes =
                "prediction (the anchor), target (the positive), negative: B x d; the result "
                "a scalar",
            .source = "Balntas, Riba, Ponsa, Mikolajczyk, BMVC (2016)"};
  }
  static at::Tensor loss(const Options& options, const at::Tensor& prediction,
                         const at::Tensor& target, const at::Tensor& negative) {
    require_same_shape(name, prediction, target);
    require_same_shape(name, prediction, negative, other);
    return at::triplet_margin_loss(prediction, target, negative, options.margin, options.p,
                                   options.eps, options.swap, options.code());
  }
};

}  // namespace

void register_pair_losses(Registrar& registrar) {
  add_loss<MarginRankingLoss>(registrar, "hinge on the order of prediction and a second label");
  add_loss<CosineEmbeddingLoss>(registrar, "cosine of prediction and a second label, by likeness");
  add_loss<TripletMarginLoss>(registrar,
                              "hinge on the distances to the target and to a negative label");
}

}  // namespace facet
